import type { Bilingual, Language } from '../bilingual.ts';
import type { Change } from '../policy/changes.ts';
import { yuanText } from '../policy/money.ts';
import type { Level, MonthlyReturn, Outlet, PayoutPlan } from '../policy/policy.ts';
import { levelName } from './levels-in-words.ts';
import { planInOneLine } from './payout-words.ts';
import { campaignDays, listed, nameOf, withArticle } from './wording.ts';

/** What the things of both campaigns are called. */
export type ChangeNames = {
  readonly outlets: readonly Outlet[];
  readonly offerName: (offer: string, language: Language) => string;
};

/** Changes as short lines that a policy owner, or the staff of an outlet, can check one by one. */
export function changesInWords(
  changes: readonly Change[],
  names: ChangeNames,
  language: Language,
): readonly string[] {
  const offers = (isNew: boolean): readonly string[] =>
    changes.flatMap((one) =>
      one.kind === 'offer' && one.isNew === isNew ? [names.offerName(one.offer, language)] : [],
    );
  const [added, gone] = [offers(true), offers(false)];
  const words = WORDS[language];
  return [
    ...changes.flatMap((one) => (one.kind === 'days' ? [daysLine(one, language)] : [])),
    ...(added.length === 0 ? [] : [words.added(joined(added, language))]),
    ...(gone.length === 0 ? [] : [words.gone(joined(gone, language))]),
    ...levelLines(changes, names, language),
    ...changes.flatMap((one) => (one.kind === 'plan' ? planLines(one, language) : [])),
  ];
}

type Words = {
  readonly added: (offers: string) => string;
  readonly gone: (offers: string) => string;
  readonly nothing: string;
};
const WORDS: Readonly<Record<Language, Words>> = {
  zh: { added: (offers) => `新增：${offers}`, gone: (offers) => `取消：${offers}`, nothing: '无' },
  en: { added: (offers) => `New: ${offers}`, gone: (offers) => `Gone: ${offers}`, nothing: 'none' },
};

/** English names of offers have commas of their own. */
function joined(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ' · ');
}

function daysLine(
  { before, after }: Extract<Change, { kind: 'days' }>,
  language: Language,
): string {
  const [old, now] = [before, after].map((days) =>
    days === null ? WORDS[language].nothing : campaignDays({ days }, language),
  );
  if (before === null) return language === 'zh' ? `活动时间：${now}` : `Days: ${now}`;
  return language === 'zh' ? `活动时间：${old} → ${now}` : `Days: ${old} → ${now}`;
}

type LevelChange = Extract<Change, { kind: 'level' }>;

/** Outlets at which an offer changes alike share a line. */
function levelLines(
  changes: readonly Change[],
  { outlets, offerName }: ChangeNames,
  language: Language,
): readonly string[] {
  const levels = changes.filter((one): one is LevelChange => one.kind === 'level');
  // What is gone is said once, and not cell by cell.
  const isGone = (offer: string): boolean =>
    changes.some((one) => one.kind === 'offer' && one.offer === offer && !one.isNew);
  const alike = Map.groupBy(
    levels.filter(({ offer }) => !isGone(offer)),
    ({ offer, before, after }) => `${offer} ${before} ${after}`,
  );
  const called = (level: Level | null): string =>
    level === null ? WORDS[language].nothing : levelName(level, language);
  return [...alike.values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const places = cells.map(({ outlet }) => nameOf(outlets, outlet, language));
    const offer = offerName(first.offer, language);
    const step =
      first.before === null
        ? called(first.after)
        : `${called(first.before)} → ${called(first.after)}`;
    return [
      language === 'zh'
        ? `${offer}：${listed(places, 'zh')} ${step}`
        : `${offer}, at ${listed(
            places.map((place) => withArticle(place, 'en')),
            'en',
          )}: ${step}`,
    ];
  });
}

function planLines(
  { depositYuan, before, after }: Extract<Change, { kind: 'plan' }>,
  language: Language,
): readonly string[] {
  if (after === null)
    return [language === 'zh' ? `存${depositYuan}元：取消` : `Deposit ${depositYuan}: gone`];
  if (before === null) {
    const commission = yuanText(after.commissionFen);
    return [
      language === 'zh'
        ? `新的一档：${planInOneLine(after, 'zh')}；佣金每户${commission}元`
        : `New plan: ${planInOneLine(after, 'en')}; commission ${commission} a household`,
    ];
  }
  const old = figuresOf(before);
  const different = figuresOf(after).filter(
    ({ value }, index) => value.en !== old[index]?.value.en,
  );
  const steps = different.map(({ name, value }) => {
    const was = old.find((one) => one.name.en === name.en)?.value[language];
    return `${name[language]} ${was} → ${value[language]}`;
  });
  const deposit = language === 'zh' ? `存${depositYuan}元：` : `Deposit ${depositYuan}: `;
  return steps.length === 0 ? [] : [deposit + steps.join(language === 'zh' ? '；' : '; ')];
}

type Figure = { readonly name: Bilingual; readonly value: Bilingual };

/** All that a plan says, figure by figure. */
function figuresOf({
  offer,
  firstCreditFen,
  depositReturn,
  gift,
  commissionFen,
}: PayoutPlan): readonly Figure[] {
  return [
    { name: { zh: '优惠', en: 'offer' }, value: same(offer) },
    { name: { zh: '首次到账', en: 'first credit' }, value: same(yuanText(firstCreditFen)) },
    { name: { zh: '预存返还', en: 'deposit back' }, value: returnIn(depositReturn) },
    {
      name: { zh: '赠送', en: 'gift' },
      value: gift.kind === 'pack' ? gift.name : same(yuanText(gift.totalFen)),
    },
    {
      name: { zh: '赠送当时到账', en: 'gift at once' },
      value: same(gift.kind === 'pack' ? '0' : yuanText(gift.atOnceFen)),
    },
    {
      name: { zh: '赠送返还', en: 'gift a month' },
      value: gift.kind === 'pack' ? { zh: '无', en: 'none' } : returnIn(gift.monthly),
    },
    { name: { zh: '佣金', en: 'commission' }, value: same(yuanText(commissionFen)) },
  ];
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

function returnIn({
  monthlyFen,
  lastFen,
  months,
  startsAfterMonths,
  assumed,
}: MonthlyReturn): Bilingual {
  const last = lastFen === monthlyFen ? null : yuanText(lastFen);
  const amount = yuanText(monthlyFen);
  return {
    zh: `每月${amount}元×${months}${last === null ? '' : `（末月${last}元）`}，第${startsAfterMonths}个月起${assumed === null ? '' : '（假设）'}`,
    en: `${amount} a month × ${months}${last === null ? '' : ` (last ${last})`} from month ${startsAfterMonths}${assumed === null ? '' : ' (assumed)'}`,
  };
}
