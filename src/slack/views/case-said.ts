import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { StepAnswer } from '../../complaints/case.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import type { Screened } from '../complaint-ports.ts';
import { context, type MessageView, section } from './blocks.ts';
import { evidenceWords } from './case-words.ts';
import { harmless, type Markup, people, stacked } from './markup.ts';

const LINE = 400;

/** A short notice in one language. */
export function noticeView(words: string): MessageView {
  const text = harmless(words, 2_000);
  return { text, blocks: [section(text)] };
}

/** A refusal, or anything else that is kept in both languages. */
export function saidView(words: Bilingual, language: Language): MessageView {
  return noticeView(words[language]);
}

/** What was answered to a step, in one line: it takes the place of the buttons. */
export function answeredLine(
  { number, step, answer }: StepStanding,
  today: Day,
  language: Language,
): Markup {
  if (answer === null) return harmless(`${number}. ${step.title[language]}`, LINE);
  const who = people([answer.stamp.who]);
  const mark = answer.what === 'done' ? '✅' : '➖';
  const what = harmless(
    `${mark} ${number}. ${step.title[language]}${answerWords(step, answer, today, language)}`,
    LINE,
  );
  return `${what} · ${who}` as Markup;
}

function answerWords(
  step: StepStanding['step'],
  answer: StepAnswer,
  today: Day,
  language: Language,
): string {
  const colon = language === 'zh' ? '：' : ': ';
  if (answer.what === 'not-applicable') {
    return `${colon}${language === 'zh' ? '不适用，' : 'not applicable, '}${answer.reason}`;
  }
  const choice = step.asks?.choices.find(({ id }) => id === answer.choice)?.name[language];
  const parts = [
    ...(choice === undefined ? [] : [choice]),
    ...answer.evidence.map((one) => evidenceWords(one, today, language)),
    ...(answer.note === null ? [] : [answer.note]),
  ];
  return parts.length === 0 ? '' : `${colon}${parts.join(language === 'zh' ? '；' : '; ')}`;
}

/** In place of a step that has been answered: what was answered, without buttons. */
export function answeredView(standing: StepStanding, today: Day, language: Language): MessageView {
  const line = answeredLine(standing, today, language);
  return { text: line, blocks: [context(line)] };
}

/** In place of a step that is no longer asked, for whatever reason. */
export function passedByView(language: Language): MessageView {
  const line = harmless(
    { zh: '这一步已经不在问了。', en: 'This step is not being asked any more.' }[language],
  );
  return { text: line, blocks: [context(line)] };
}

export const SAID = {
  old: {
    zh: '这个按钮已经旧了：这一步有人答过了，或者清单往前走了。没有记两遍。现在问的是：',
    en: 'This button is old: its step was answered already, or the case has gone on. Nothing was counted twice. Now it asks:',
  },
  meanwhile: {
    zh: '您打字的时候，案子已经往前走了，所以没有把它记在新的一步上。现在问的是：',
    en: 'While you typed, the case went on, so your words were not taken for the new step. Now it asks:',
  },
  notUnderstood: {
    zh: '没看懂。这一步可以打：好了、不适用 因为……、上一步、帮助；要凭证的打：录音编号 20150210-17，客服系统，2月10日。也可以直接问问题。',
    en: 'I did not understand. For this step type: done, not applicable because …, back, help; or its evidence: recording 20150210-17, CRM, 10 Feb. You can also just ask a question.',
  },
  needsReason: {
    zh: '请写原因：不适用 因为……',
    en: 'Please say why: not applicable because …',
  },
  needsChoice: {
    zh: '这一步有个问题要回答：请按上面的按钮，或打“是”“否”。',
    en: 'This step asks something: press a button above, or type yes or no.',
  },
  needsEvidence: {
    zh: '这一步要有凭证才算完：按“填凭证”，或打字，如：录音编号 20150210-17，客服系统，2月10日。',
    en: 'This step needs its evidence: press “Give evidence”, or type it, such as: recording 20150210-17, CRM, 10 Feb.',
  },
  helpAsked: {
    zh: '已经告诉主管和投诉专员，这一步先放着，接着做下一步。',
    en: 'The manager and the complaint officers have been told; this step waits, and the next one is asked.',
  },
  closed: {
    zh: '这个案子已经结案。要继续，请在卡片的菜单里选“重新打开”。',
    en: 'This case is closed. To go on, choose “Reopen” in the menu of its card.',
  },
  noBack: {
    zh: '这是第一步，前面没有答过的了。',
    en: 'This is the first step; nothing before it was answered.',
  },
  gone: {
    zh: '找不到这个案子。',
    en: 'There is no such case.',
  },
  linked: {
    zh: '文件已作为凭证链接（只记位置，不下载）。',
    en: 'The file is linked as evidence: only where it is, nothing is downloaded.',
  },
  pictures: {
    zh: '如果这张图是身份证、护照等证件，请马上删除这条消息：证件照片不能放在聊天里，案卷只记“已核对”和日期。别的图已经作为凭证链接。',
    en: 'If this is a picture of an identity document, please delete the message now: such pictures must not be in chat; the case only says “checked” and the day. Any other picture is linked as evidence.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const REFUSED_NAMES: Readonly<Record<Screened['refused'][number], Bilingual>> = {
  identity: { zh: '证件号码', en: 'the number of an identity document' },
  password: { zh: '密码', en: 'a password' },
  card: { zh: '银行卡号', en: 'the number of a bank card' },
};
const MASKED_NAMES: Readonly<Record<Screened['masked'][number], Bilingual>> = {
  phone: { zh: '完整的手机号', en: 'a full phone number' },
  number: { zh: '完整的号码', en: 'a full number' },
};

/** Asks somebody, in private, to delete what must not stand in a chat. */
export function deleteView(screened: Screened, language: Language): MessageView {
  const refused = screened.refused.map((kind) => REFUSED_NAMES[kind][language]);
  const masked = screened.masked.map((kind) => MASKED_NAMES[kind][language]);
  const found = [...refused, ...masked].join(language === 'zh' ? '和' : ' and ');
  const kept = refused.length > 0;
  const words =
    language === 'zh'
      ? `您的消息里好像有${found}。聊天里人人看得到，也删不干净，客户的号码会因此泄露：请删除这条消息。` +
        (kept ? '我没有记，也没有当作回答；请去掉后再打一遍。' : '我记下的已经打了码。')
      : `Your message seems to have ${found} in it. Everybody in a chat can read it, and that harms the customer: please delete the message. ` +
        (kept
          ? 'I kept none of it, and did not take it for an answer; please type it again without.'
          : 'What I keep is masked.');
  return noticeView(words);
}

/** To whom help is asked of: where, and by whom. */
export function helpWantedView(sketch: {
  readonly id: string;
  readonly title: Bilingual;
  readonly step: string;
  readonly by: string;
  readonly note: string | null;
  readonly link: string | null;
  readonly language: Language;
}): MessageView {
  const { id, title, step, by, note, link, language } = sketch;
  const zh = language === 'zh';
  const lines = [
    harmless(
      zh
        ? `🙋 ${id}（${title.zh}）有人请您帮忙。`
        : `🙋 Your help is asked for in ${id} (${title.en}).`,
      LINE,
    ),
    [harmless(zh ? `步骤：${step} ·` : `Step: ${step} ·`, LINE), people([by])].join(' ') as Markup,
    ...(note === null ? [] : [harmless(zh ? `他说：${note}` : `He says: ${note}`, LINE)]),
    ...(link === null ? [] : [harmless(link, LINE)]),
  ];
  const text = stacked(lines);
  return { text, blocks: [section(text)] };
}
