import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFiles } from '../../../src/desk.ts';
import { learn } from '../../../src/language/learn.ts';
import { createMender, type Mender } from '../../../src/language/mend.ts';
import { namesIn } from '../../../src/language/names.ts';
import { slipsBetween } from '../../../src/language/spelling.ts';
import { FOLDERS } from '../../world.ts';

// With what is really learnt from the examples: a slip is mended only towards what staff write.
let mend: Mender;
beforeAll(async () => {
  const loaded = await loadFiles(FOLDERS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  mend = createMender((await learn(loaded.files.lexicon, namesIn(loaded.files.policy))).mending);
});

describe('a slip is mended', () => {
  test.each([
    ['a homophone of a word of the trade', '拥金多少', '佣金多少'],
    ['in the middle of a sentence', '自有厅能推存费送鸡吗', '自有厅能推存费送机吗'],
    ['another one', '和约快到期了', '合约快到期了'],
    ['pinyin with spaces', 'yongjin duoshao', '佣金多少'],
    ['pinyin of 了', 'daoqi le meiyou', '到期了没有'],
    ['pinyin without', 'xuyue dianhua zenme da', '续约电话怎么打'],
    ['pinyin syllable by syllable', 'zi you ting neng tui shen me', '自有厅能推什么'],
    ['two letters swapped', 'townhsip partner hall', 'township partner hall'],
    ['a letter missing', 'comission for 40 housholds', 'commission for 40 households'],
    ['a letter too many', 'discountt phone', 'discount phone'],
    ['two slips in a long word', 'conveniance puoint', 'convenience point'],
    ['shorthand', 'contracts ending nxt wk', 'contracts ending next week'],
    ['dialect', '自有厅能推乜嘢', '自有厅能推什么'],
    ['a short form', '优惠么时候截止', '优惠什么时候截止'],
    ['no vowels', 'frnchse twnshp cstmr', 'franchise township customer'],
    ['no vowels, though another word is near', 'ends in mrch', 'ends in march'],
    ['few vowels, of a word of every day', 'commsn on 50', 'commission on 50'],
    ['days and conjunctions for short', 'paid yday n tdy', 'paid yesterday and today'],
    ['a swap in a short word of a name', 'onw hall', 'own hall'],
    [
      'letters close to a number',
      'd200 8hh dep50 3m',
      'deposit 200 8 households deposit 50 3 months',
    ],
    ['hours around the clock, no households', 'open 24h or 12h', 'open 24h or 12 households'],
    ['no spaces at all', 'howmuchisthecommission', 'how much is the commission'],
    [
      'none around numbers',
      'commissionfor15householdsonthe200plan',
      'commission for 15 households on the 200plan',
    ],
    ['none between short words of ours', 'whatnow', 'what now'],
  ])('%s', (_, typed, meant) => {
    expect(mend(typed)).toBe(meant);
  });
});

describe('what is no slip stays', () => {
  test.each([
    ['common English words, however near to ours', 'who won the football match'],
    ['short words', 'at an own hall'],
    ['numbers', '一千二百户佣金总额'],
    ['那 is not 哪', '那家能办存费送机吗'],
    ['哪 is not 那', '核心卖场哪个业务是非主推'],
    ['a word with its own short form inside', '优惠什么时候截止'],
    ['Chinese that people write', '翻译一下苹果'],
    ['a sentence without any slip', '核心乡镇合作厅能推什么'],
    ['signs and digits', '13800001234 HT2014001 ¥200'],
    ['nothing', ''],
    ['letters of an id', 'd1001 ht2014001'],
    ['an English word of other words', 'notwithstanding'],
    ['a long word that is not made of words', 'qwertzuiopasdf'],
    ['a name of two words that staff do not use', 'sandcastle'],
    [
      'a word that only looks like many syllables',
      'xianxianxianxianxianxianxianxianxianxianxianxz',
    ],
  ])('%s', (_, typed) => {
    expect(mend(typed)).toBe(typed);
  });
});

test('mending twice changes nothing more for text of letters that make no words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'qxzvkw '), maxLength: 30 }), (text) => {
      const once = mend(text);
      return mend(once) === once;
    }),
    { seed: 20150101, numRuns: 200 },
  );
});

describe('slips between words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 7 });

  test('are none between a word and itself, and as many one way as the other', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, one, 2)).toBe(0);
        expect(slipsBetween(one, other, 2)).toBe(slipsBetween(other, one, 2));
      }),
      { seed: 20150101 },
    );
  });

  test.each([
    ['hall', 'halls', 1],
    ['hall', 'hlal', 1],
    ['hall', 'hell', 1],
    ['hall', 'ha', 2],
    ['deposit', 'contract', 3],
  ])('%s and %s: %d, or more than two', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });
});

test('words of one side of a number alone are enough', () => {
  const onlyAfter = [{ means: 'households', typed: ['hh'], besideNumber: 'after' as const }];
  const mending = { shorthand: onlyAfter, book: { ours: new Map(), common: new Set<string>() } };
  const hearing = {
    sounds: { syllables: [''], first: new Uint16Array(0) },
    counts: { singles: new Map(), pairs: new Map() },
    words: new Map(),
  };
  expect(createMender({ ...mending, hearing })('8hh d200')).toBe('8 households d200');
});
