import type { Language } from '../bilingual.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import type { Credit, Schedule } from '../policy/payouts.ts';
import { monthInWords } from './wording.ts';

/** Months that follow one another and bring the same. */
type Run = {
  readonly first: Credit;
  readonly last: Credit;
  /** All that has come by the end of the last of them, with what came on the day of the deposit. */
  readonly soFarFen: Fen;
};

/** Months with equal credits are one line, with what has come by then: read on a phone, fifteen lines say less. */
export function monthLines(schedule: Schedule, language: Language): readonly string[] {
  return runsOf(schedule)
    .filter(({ first }) => first.depositFen + first.giftFen > 0)
    .map((run) => lineOf(run, language));
}

function runsOf({ credits, firstCreditFen, giftAtOnceFen }: Schedule): readonly Run[] {
  const runs: Run[] = [];
  let soFarFen = firstCreditFen + giftAtOnceFen;
  for (const credit of credits) {
    const first = runs.at(-1)?.first;
    soFarFen += credit.depositFen + credit.giftFen;
    const isSame = first?.depositFen === credit.depositFen && first.giftFen === credit.giftFen;
    if (first === undefined || !isSame) runs.push({ first: credit, last: credit, soFarFen });
    else runs[runs.length - 1] = { first, last: credit, soFarFen };
  }
  return runs;
}

function lineOf({ first, last, soFarFen }: Run, language: Language): string {
  const isOne = first === last;
  const months = (isOne ? [first] : [first, last]).map(({ month }) =>
    monthInWords(month, language),
  );
  const [sum, soFar] = [yuanText(first.depositFen + first.giftFen), yuanText(soFarFen)];
  const parts = creditParts(first, language);
  return language === 'zh'
    ? `${months.join('至')}：${isOne ? '' : '每月 '}${sum} 元（${parts}），累计 ${soFar} 元`
    : `${months.join(' to ')}: ${sum} yuan${isOne ? '' : ' a month'} (${parts}), ${soFar} so far`;
}

/** Of what a sum is made up: `deposit 10, gift 8`; empty where nothing comes. */
export function creditParts(
  { depositFen, giftFen }: Pick<Credit, 'depositFen' | 'giftFen'>,
  language: Language,
): string {
  const [deposit, gift, and] =
    language === 'zh' ? ['预存', '赠送', ' + '] : ['deposit', 'gift', ', '];
  return [
    ...(depositFen > 0 ? [`${deposit} ${yuanText(depositFen)}`] : []),
    ...(giftFen > 0 ? [`${gift} ${yuanText(giftFen)}`] : []),
  ].join(and);
}
