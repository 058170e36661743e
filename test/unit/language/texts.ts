import fc from 'fast-check';

/** What may be pasted into a chat: any sixteen bits one after another, halves of broken pairs among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** Pieces of real questions and of what is near to them, in any order: deeper into the grammars than noise gets. */
export const anyQuestion: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...'0123456789年月日号元块户天周到至-/.,: ',
      ...['0000', '2015', '二〇一五', '三', '十十', '两百', '1,200', '9'.repeat(400), '零'],
      ...['下个', '上', '季度', '月底', '后天', '未来', '内', '存', '送', '返', '档', '那', '呢'],
      ...['自有厅', '乡镇', '合作厅', '存费送费', '合约', '投诉', '怎么返', '能推什么', '佣金'],
      ...[
        'next ',
        'last ',
        'quarter',
        'week',
        ' of ',
        'feb ',
        '30',
        'friday',
        'a dozen ',
        'hundred ',
      ],
      ...[
        'township ',
        'partner hall',
        'deposit ',
        'households',
        'HT2014001',
        '138 0000 1234',
        'and ',
      ],
      ...[
        '\u0000',
        '\u200f',
        '\u202e',
        '\ud83d',
        '😀',
        '<!channel>',
        '\n',
        '\t',
        '２００',
        '鄉鎮',
        'İ',
        'ß',
      ],
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

/** Texts that once broke somebody's bot. */
export const STRANGE: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['spaces', ' \t\n\u3000 '],
  ['40,000 characters', '核心乡镇合作厅能推什么'.repeat(4000).slice(0, 40_000)],
  ['40,000 digits', '9'.repeat(40_000)],
  ['40,000 Chinese digits', '九'.repeat(40_000)],
  ['40,000 spaces', ' '.repeat(40_000)],
  ['40,000 emoji', '😀'.repeat(20_000)],
  ['a long English line', 'a dozen hundred and twenty '.repeat(1500)],
  ['emoji', '👍🏽 自有厅 👩‍👩‍👧‍👦 能推什么 😀'],
  ['right-to-left marks', '\u202e自有厅\u200f能推什么\u202c'],
  ['zero-width characters inside words', '自\u200b有\u200d厅能\ufeff推什么'],
  ['half a pair', '\ud83d自有厅\ude00能推什么\ud83d'],
  ['a call to everybody', '<!channel> <!here> <@U123> 自有厅能推什么'],
  ['NUL', '自有厅\u0000能推什么\u0000'],
  ['control characters', '自有厅\u0007\u001b[31m能推什么'],
  ['a prototype', '__proto__ constructor toString hasOwnProperty'],
  ['no such year', '0000年3月 0000年第一季度 feb 0000 0000-01-01'],
  ['no such day', '2015-02-30 13月45日 2月30号 十十月十十日'],
  ['combining marks', 'e\u0301'.repeat(500)],
  ['a letter that grows in lower case', 'İ'.repeat(500)],
  ['a letter that grows in its plain form', '\ufdfa'.repeat(4000)],
];
