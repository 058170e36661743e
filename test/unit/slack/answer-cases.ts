import type { Answer } from '../../../src/answers/answer.ts';
import { answerOf, HALLS } from './doorway.ts';

const NASTY =
  '<!channel> <@U1> *bold* _it_ ~no~ `code` & > quote https://a.example/?b=c&d \u202eevil\u202c\u200b :tada:';

/** One of each kind of answer that there is, and the worst that can be. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  plain: answerOf({
    lead: '核心乡镇合作厅主推 6 个优惠，可选 1 个。',
    sections: [
      { heading: '主推 √', lines: ['存200元送100元', '存100元送50元', '存50元送5元流量包'] },
      { heading: '非主推 O', lines: ['存费送机（可以办，不主动推荐）'] },
    ],
    notes: ['活动到 2015-03-31 为止（含当天）。'],
    source: '2015年一季度活动方案 · 2015-02-03',
  }),
  english: answerOf({
    lead: 'A deposit of 200 comes back at 10 a month for 15 months.',
    sections: [{ heading: null, lines: ['Gift: 4 at once, then 8 a month for 12 months'] }],
    notes: ['The source gives no first month; the following month is assumed.', 'Say so.'],
    source: 'Campaign 2015 Q1',
  }),
  clarify: answerOf(
    {
      lead: 'A township outlet can be one of two.',
      choices: { asks: 'Which one do you mean?', options: HALLS },
    },
    { intent: 'clarify' },
  ),
  nasty: answerOf({
    lead: NASTY,
    sections: [{ heading: NASTY, lines: [NASTY, '> > quoted', '*', 'HT_2015_001 is 2*3'] }],
    notes: [NASTY],
    source: NASTY,
    choices: { asks: NASTY, options: [{ id: 'x', label: NASTY, says: NASTY }] },
  }),
  copyable: answerOf(
    {
      lead: '这段话可以复制发给客户：',
      sections: [
        {
          heading: '可以发给客户（括号里换成网点名称）',
          lines: ['您好！存200元送100元：首次到账50元。\n【网点名称】', '\u200b', NASTY],
          isCopyable: true,
        },
        { heading: '有现成短信的优惠', lines: ['存200元送100元'] },
      ],
    },
    { language: 'zh' },
  ),
  empty: answerOf({
    lead: '\u200b',
    sections: [{ heading: '', lines: ['', '\n'] }],
    notes: [''],
    choices: { asks: '', options: [{ id: 'x', label: '\u202e', says: '' }] },
  }),
  long: answerOf(
    {
      lead: '很长'.repeat(20_000),
      sections: Array.from({ length: 60 }, (_, index) => ({
        heading: `第 ${index + 1} 节`,
        lines: Array.from(
          { length: 40 },
          (_unused, line) => `第 ${line + 1} 行，${'字'.repeat(90)}`,
        ),
      })),
      notes: Array.from({ length: 50 }, (_, index) => `注 ${index + 1}：${'&'.repeat(200)}`),
      source: '<'.repeat(5_000),
      choices: {
        asks: '？'.repeat(4_000),
        options: Array.from({ length: 60 }, (_, index) => ({
          id: `option-${index}-${'x'.repeat(90)}`,
          label: `选项 ${index + 1} ${'长'.repeat(100)}`,
          says: 'x',
        })),
      },
    },
    { language: 'zh' },
  ),
};
