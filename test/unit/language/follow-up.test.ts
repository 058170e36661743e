import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/files/intent-files.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { carry, movedWindow } from '../../../src/language/carry-over.ts';
import { createFinder, type Findings } from '../../../src/language/find.ts';
import { leaningOf, namesSomething } from '../../../src/language/leaning.ts';
import {
  type Entities,
  NO_ENTITIES,
  NOTHING_UNSAID,
  type Reading,
  subjectOf,
} from '../../../src/language/reading.ts';
import { day, FOLDERS, TODAY } from '../../world.ts';

const policy = loadPolicy(FOLDERS.data);
if (!policy.ok) throw new Error('the data does not hold');
const lexicon = loadLexicon(FOLDERS.intents, policy.value);
if (!lexicon.ok) throw new Error('the intents do not hold');
// Slips are mended before; here every word is written as it should be.
const find = createFinder(lexicon.value, policy.value.policy, (text) => text);

function findingsOf(text: string): Findings {
  return find(text, TODAY);
}

describe('a question leans wholly on the one before where it says nothing of its own', () => {
  test.each([
    'and at a township store?',
    'what about the own hall',
    'how about tomorrow?',
    'the 200 one',
    'in march then',
    '那便利渠道呢',
    'and everywhere?',
    'at all outlets',
    '全部厅呢',
    '所有业务呢',
    'and the optional ones',
    '那可选的呢',
    '打错字了，核心乡镇合作厅',
    'scratch that, 50',
    'oops, wrong one, own hall',
    '三月三号还行吗',
    '乡镇专营店呢？',
    '那200的呢',
    '明天呢',
    '下周三',
    '不对，是自有厅',
    '存100送50',
    'HT2014001',
  ])('%s', (text) => {
    expect(leaningOf(findingsOf(text), 'promo.eligibility')).toBe('all');
  });
});

describe('a question that opens like a follow-up and goes on by itself', () => {
  test.each([
    'and what is the commission',
    'then how does it come back',
    '那佣金多少',
    '还有投诉怎么处理',
  ])('%s', (text) => {
    expect(leaningOf(findingsOf(text), 'promo.eligibility')).toBe('opens');
  });
});

describe('a question that stands by itself', () => {
  test.each([
    'what can I offer at an own hall',
    'how do I prepare a renewal call',
    'android phones for sale',
    '自有厅能推什么',
    '客户投诉怎么处理',
    '佣金多少',
  ])('%s', (text) => {
    expect(leaningOf(findingsOf(text), 'promo.eligibility')).toBe('none');
  });
});

describe('a verb of one matter is no filler in another', () => {
  test.each(['can I offer the free phone at an own hall', '自有厅能推存费送机吗'])('%s', (text) => {
    expect(leaningOf(findingsOf(text), 'promo.eligibility')).toBe('all');
    expect(leaningOf(findingsOf(text), 'payout.schedule')).toBe('none');
    expect(leaningOf(findingsOf(text), 'renewal.list')).toBe('none');
  });
});

describe('a question names something that a follow-up could change', () => {
  test.each(['自有厅', '存费送机', '200', '明天', 'HT2014001', 'in march', '12户'])(
    '%s',
    (text) => {
      expect(namesSomething(findingsOf(text))).toBe(true);
    },
  );

  test.each(['谢谢', 'ok', '为什么', 'why is that', ''])('%j does not', (text) => {
    expect(namesSomething(findingsOf(text))).toBe(false);
  });
});

describe('what is named now takes the place of what was named before', () => {
  const before: Entities = {
    outlets: ['own-hall'],
    offers: ['renewal-free-phone'],
    deposit: 200,
    households: 12,
    date: day('2015-02-11'),
    window: null,
    contract: 'HT2014001',
    checklist: 'improper-handling',
  };

  test('nothing new keeps everything', () => {
    expect(carry(before, NO_ENTITIES)).toEqual(before);
  });

  test('everything new keeps nothing', () => {
    const now: Entities = {
      outlets: ['township-store'],
      offers: ['data-pack-bogo'],
      deposit: 100,
      households: 3,
      date: day('2015-03-03'),
      window: null,
      contract: 'HT2014002',
      checklist: 'general-complaint',
    };
    expect(carry(before, now)).toEqual(now);
  });

  test.each<[string, Partial<Entities>]>([
    ['an outlet', { outlets: ['township-store', 'own-hall'] }],
    ['an offer', { offers: ['data-pack-bogo'] }],
    ['a deposit', { deposit: 50 }],
    ['households', { households: 1 }],
    ['a day', { date: day('2015-03-03') }],
  ])('%s alone changes alone', (_, change) => {
    expect(carry(before, { ...NO_ENTITIES, ...change })).toEqual({ ...before, ...change });
  });

  test('a span takes the place of a day, and a day that of a span', () => {
    const window = { from: day('2015-03-01'), to: day('2015-03-31') };
    const inMarch = carry(before, { ...NO_ENTITIES, window });
    expect(inMarch).toMatchObject({ date: null, window });
    expect(carry(inMarch, { ...NO_ENTITIES, date: TODAY })).toMatchObject({
      date: TODAY,
      window: null,
    });
  });
});

describe('"the week after that" goes on from the days spoken of', () => {
  const week = { from: day('2015-02-16'), to: day('2015-02-22') };
  const march = { from: day('2015-03-01'), to: day('2015-03-31') };
  test.each([
    ['and the week after that', week, '2015-02-23', '2015-03-01'],
    ['再下一周呢', week, '2015-02-23', '2015-03-01'],
    ['the month after', march, '2015-04-01', '2015-04-30'],
    ['再下个月', march, '2015-04-01', '2015-04-30'],
    ['month after that', week, '2015-02-01', '2015-02-28'],
    ['make it 30 days', week, '2015-02-10', '2015-03-12'],
    ['二十天呢', week, '2015-02-10', '2015-03-02'],
  ])('%s', (text, window, from, to) => {
    expect(movedWindow(findingsOf(text), window, TODAY)).toEqual({ from, to });
  });

  test('and is nothing without such days, or without such words', () => {
    expect(movedWindow(findingsOf('and the week after that'), null, TODAY)).toBeNull();
    expect(movedWindow(findingsOf('下周呢'), week, TODAY)).toBeNull();
  });
});

describe('a conversation is about', () => {
  const reading: Reading = {
    intent: 'promo.eligibility',
    confidence: 1,
    entities: NO_ENTITIES,
    language: 'zh',
    ambiguous: [],
    levels: [],
    leaving: null,
    missed: null,
    wantsPicture: false,
    bothSides: false,
    part: null,
    asksChanges: false,
    topics: [],
    wanted: null,
    missing: null,
    between: [],
    mentionsPorting: false,
    deposits: [],
    unsaid: NOTHING_UNSAID,
  };

  test('the last answer', () => {
    expect(subjectOf(reading)).toBe('promo.eligibility');
  });

  test('what was wanted, where the bot asked back', () => {
    const asked: Reading = {
      ...reading,
      intent: 'clarify',
      wanted: 'payout.schedule',
      missing: 'deposit',
    };
    expect(subjectOf(asked)).toBe('payout.schedule');
  });

  test('nothing yet, where the bot asked what is meant at all', () => {
    expect(subjectOf({ ...reading, intent: 'clarify', missing: 'intent' })).toBe('clarify');
  });
});
