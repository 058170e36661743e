import { addDays, daysBetween } from '../../../src/calendar/day.ts';
import type { DigestLine } from '../../../src/reminders/plan.ts';
import type { ChannelLanguage } from '../../../src/reminders/rules.ts';
import { openTally, type SaidTerm, weekOf } from '../../../src/reminders/week.ts';
import type { Pressed } from '../../../src/slack/renewal-ports.ts';
import { type Digest, digestView } from '../../../src/slack/views/digest.ts';
import { digestPage } from '../../../src/slack/views/digest-page.ts';
import { outcomeForm, reopenForm } from '../../../src/slack/views/outcome-form.ts';
import { type RenewalWeek, renewalWeekView } from '../../../src/slack/views/renewal-week.ts';
import {
  coachingView,
  customerView,
  doneWords,
  saidView,
  snoozedOftenView,
} from '../../../src/slack/views/term-said.ts';
import { unclaimedView } from '../../../src/slack/views/unclaimed.ts';
import { day } from '../../world.ts';
import { contract, rules, term } from '../reminders/reminded.ts';

const TODAY = day('2015-02-10');
const NASTY = '<!channel> *a* & `b` '.repeat(20);
const reasonOf = (id: string) => rules().refusals.find((one) => one.id === id)?.name ?? null;
const nameOf = (id: string) =>
  id === 'free-phone' ? { zh: '合约惠机', en: 'the contract phone' } : null;

type LineFields = Partial<DigestLine> & { readonly why?: Partial<DigestLine['due']> };

function line(id: string, endsOn: string, { why = {}, ...fields }: LineFields = {}): DigestLine {
  const own = fields.contract ?? contract({ id, endsOn: day(endsOn), customerName: `${id}先生` });
  const daysLeft = daysBetween(TODAY, own.endsOn);
  return {
    contract: own,
    ...{ daysLeft, offers: [{ offer: 'free-phone', level: 'main' }] },
    ...{ term: term({ contract: id, endsOn: own.endsOn }), responsible: 'U001', standsInFor: null },
    ...fields,
    due: {
      ...{ stage: daysLeft, occasions: [], passed: [] },
      ...{ movedFrom: null, lateFrom: null, snoozedUntil: null },
      ...why,
    },
  };
}

/** One line of each kind. */
const LINES: readonly DigestLine[] = [
  line('赵', '2015-02-09', { why: { stage: -1 } }),
  line('钱', '2015-02-10', { why: { lateFrom: day('2015-02-09') } }),
  line('孙', '2015-02-11', { why: { snoozedUntil: TODAY } }),
  line('李', '2015-02-13', { responsible: null }),
  line('周', '2015-02-17', { responsible: 'U002', standsInFor: 'U001' }),
  line('吴', '2015-02-25', {
    why: { movedFrom: day('2015-02-18') },
    ...{ responsible: 'U003', term: term({ claimedBy: 'U003', unreachable: 2 }) },
  }),
  line('郑', '2015-02-25', {
    term: term({ outcome: 'renewed', renewedUntil: day('2016-02-25'), closedAt: 1 }),
  }),
  line('王', '2015-02-25', { term: term({ outcome: 'refused', reason: 'price', closedAt: 1 }) }),
  line('冯', '2015-04-11', { term: term({ snoozedUntil: day('2015-02-13') }), offers: [] }),
];

const ALL_ONE: Digest = {
  ...{ key: 'digest:2015-02-10:C001', today: TODAY, lines: LINES, language: 'zh' },
  ...{ nameOf, reasonOf, note: null, isTrial: false },
};

/** As long as a file may bring it, in every field, and more lines than are shown. */
const LONGEST: Digest = {
  ...ALL_ONE,
  key: `digest:2015-02-10:C${'0'.repeat(40)}:20`,
  ...{ language: 'both', note: { zh: NASTY, en: NASTY } },
  lines: Array.from({ length: 40 }, (_, n) =>
    line(`HT-${n}-${'9'.repeat(90)}`, '2015-02-10', {
      contract: contract({
        ...{ id: `HT-${n}-${'9'.repeat(90)}`, endsOn: TODAY, outlet: n === 0 ? 'own-hall' : 'x' },
        ...{ customerName: NASTY, plan: NASTY, outletName: NASTY, owner: NASTY },
      }),
      offers: Array.from({ length: 30 }, () => ({ offer: NASTY, level: 'main' as const })),
      term: term({ outcome: 'refused', reason: 'price', unreachable: 99 }),
      ...{ responsible: 'U00000000001', standsInFor: 'U00000000002' },
    }),
  ),
};

const PRESSED: Pressed = {
  line: line('吴', '2015-02-25', { term: term({ unreachable: 2 }) }),
  ...{ refusals: rules().refusals, unreachableTimes: 3 },
};
const ABOUT = {
  ...{ contract: '吴', endsOn: day('2015-02-25'), key: ALL_ONE.key },
  ...{ channel: 'C001', ts: '1.1' },
};

const unclaimed = (count: number, language: ChannelLanguage, text = '') =>
  unclaimedView({
    contracts: Array.from({ length: count }, (_, n) =>
      contract({
        ...{ id: `HT${n}`, endsOn: addDays(TODAY, n % 8), customerName: text || '张三' },
        ...{ plan: text || '2G 26元畅聊套餐', owner: text || (n % 3 === 0 ? '' : 'U001') },
        outletName: text,
      }),
    ),
    ...{ today: TODAY, language, nameOf },
  });

const SAID: SaidTerm = {
  ...{ outlet: 'core-township-hall', hall: '河口镇合作厅', owner: 'U001' },
  ...{ claimedBy: null, unreachable: 0, outcome: null, reason: null, isChanged: false },
};
const WEEK_TERMS: readonly SaidTerm[] = [
  ...Array.from({ length: 9 }, () => SAID),
  ...Array.from({ length: 6 }, (): SaidTerm => ({ ...SAID, outcome: 'renewed' })),
  { ...SAID, outcome: 'refused', reason: 'price' },
  { ...SAID, outcome: 'refused', claimedBy: 'U002' },
  { ...SAID, hall: '城东合作厅', owner: '', outcome: 'ported-out' },
  { ...SAID, hall: '城东合作厅', owner: '王芳', unreachable: 1 },
  { ...SAID, hall: '', outlet: '', owner: '', isChanged: true },
  { ...SAID, hall: '', outlet: 'own-hall', owner: '', outcome: 'not-ours' },
];

export function week(terms: readonly SaidTerm[], scope: RenewalWeek['scope']): RenewalWeek {
  const tally = openTally();
  for (const one of terms) tally.add(one);
  return {
    ...{ week: '2015-W07', days: { from: day('2015-02-09'), to: day('2015-02-15') } },
    ...{ asOf: day('2015-02-16'), figures: weekOf(tally.cells()), scope, nameOf, reasonOf },
  };
}

const LONGEST_WEEK = week(
  Array.from({ length: 400 }, (_, n): SaidTerm => {
    const [hall, owner] = [`${n}${NASTY}`, `${NASTY}${n}`];
    return { ...SAID, hall, owner, outcome: 'refused', reason: `${n}${NASTY}` };
  }),
  'mine',
);

export const RENEWAL_VIEWS = {
  'renewal-digest-zh': digestView(ALL_ONE),
  'renewal-digest-both': digestView({ ...ALL_ONE, language: 'both' }),
  'renewal-digest-en': digestView({ ...ALL_ONE, language: 'en' }),
  'renewal-digest-trial': digestView({
    ...{ ...ALL_ONE, lines: LINES.slice(0, 2), isTrial: true },
    note: { zh: '这是测试', en: 'This is a test' },
  }),
  'renewal-digest-orphans': digestView({
    ...{ ...ALL_ONE, key: 'orphans:2015-02-10', lines: LINES.slice(0, 1), language: 'both' },
    note: { zh: '这些合约没有频道可发', en: 'These contracts have no channel' },
  }),
  'renewal-digest-many': digestView({
    ...ALL_ONE,
    lines: Array.from({ length: 18 }, (_, n) => line(`张${n}`, '2015-02-17')),
  }),
  'renewal-customer': customerView(contract(), 'zh'),
  'renewal-coaching': coachingView(['嫌贵', '“您算一下，返还后每月不到十元。”'], 'zh'),
  'renewal-taken': saidView('已由 <@U002> 跟进，*谢谢*'),
  'renewal-snoozed-often': snoozedOftenView(
    contract({ customerName: NASTY }),
    term({ snoozes: 2, snoozedUntil: day('2015-02-09') }),
    'U001',
  ),
  'renewal-unclaimed-zh': unclaimed(2, 'zh'),
  'renewal-unclaimed-both': unclaimed(17, 'both'),
  'renewal-week-zh': renewalWeekView(week(WEEK_TERMS, 'mine'), 'zh'),
  'renewal-week-both': renewalWeekView(week(WEEK_TERMS, 'all'), 'both'),
};

export const LONGEST_RENEWAL_VIEWS = {
  digest: digestView(LONGEST),
  trial: digestView({ ...LONGEST, isTrial: true }),
  unclaimed: unclaimed(40, 'both', NASTY),
  week: renewalWeekView(LONGEST_WEEK, 'both'),
  coaching: coachingView(
    Array.from({ length: 100 }, (_, n) => `${n % 2 === 0 ? '' : '“'}${NASTY}`),
    'en',
  ),
  customer: customerView(contract({ customerName: NASTY, plan: NASTY }), 'en'),
};

export const RENEWAL_FORMS = {
  'renewal-form-outcome-zh': outcomeForm(PRESSED, ABOUT, 'zh'),
  'renewal-form-outcome-en': outcomeForm(PRESSED, ABOUT, 'en'),
  'renewal-form-reopen': reopenForm(ABOUT, 'zh'),
};

export const RENEWAL_PAGES = {
  'renewal-page-first': digestPage({ ...ALL_ONE, lines: [...LINES, ...LONGEST.lines] }, 0, 'zh'),
  'renewal-page-last': digestPage(ALL_ONE, 9, 'en'),
};

export const LONGEST_RENEWAL_FORMS = {
  page: digestPage(LONGEST, 1, 'en'),
  outcome: outcomeForm(
    {
      line: LONGEST.lines[0] ?? PRESSED.line,
      refusals: Array.from({ length: 150 }, (_, n) => ({
        id: `reason-${n}`,
        name: { zh: NASTY, en: NASTY },
      })),
      unreachableTimes: 3,
    },
    { ...ABOUT, contract: 'x'.repeat(200), key: 'x'.repeat(200) },
    'en',
  ),
};

export const DONE_WORDS = {
  put_off: doneWords(
    {
      ...{ ok: true, term: term({ snoozedUntil: day('2015-02-09') }), tellManager: null },
      detail: { until: '2015-02-09', shortened: true },
    },
    'zh',
  ),
  called: doneWords(
    { ok: true, term: term({ unreachable: 2 }), tellManager: null, detail: { times: 2 } },
    'en',
  ),
  claimed: doneWords({ ok: true, term: term(), tellManager: null, detail: {} }, 'en'),
};
