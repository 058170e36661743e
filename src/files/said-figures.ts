import { normalise } from '../language/normalise.ts';
import { type NumberMatch, numbersIn } from '../language/numbers.ts';
import type { PlanFigures } from '../policy/plan-figures.ts';

const YUAN_AFTER = /^ ?(?:元|块|圆|¥|yuan|rmb|cny)/;
const YUAN_BEFORE = /(?:¥|(?<![a-z])(?:rmb|cny)) ?$/;
/** 存200送100, "deposit 200, get 100": money by the verb alone, unless something else is counted. */
const PAID_BEFORE =
  /(?:[存充交缴送赠返得]|(?<![a-z])(?:deposits?|gets?|pays?|gifts?|back)(?: of)?) ?$/;
const COUNTED_AFTER =
  /^ ?(?:[个次天日号月年期户份张%]|(?:months?|weeks?|days?|years?|times|g|gb|mb)(?![a-z]))/;
const MONTHS_AFTER = /^ ?(?:个月|months?(?![a-z]))/;

/** The amounts of money and the numbers of months that a text names. */
export function figuresSaid(said: string): PlanFigures {
  const { plain } = normalise(said);
  const numbers = numbersIn(plain);
  const valuesWhere = (isMeant: (before: string, after: string) => boolean): readonly number[] =>
    numbers.filter((match) => isMeant(...around(plain, match))).map(({ value }) => value);
  return {
    yuan: valuesWhere(
      (before, after) =>
        YUAN_AFTER.test(after) ||
        YUAN_BEFORE.test(before) ||
        (PAID_BEFORE.test(before) && !COUNTED_AFTER.test(after)),
    ),
    months: valuesWhere((_, after) => MONTHS_AFTER.test(after)),
  };
}

function around(text: string, { from, to }: NumberMatch): [before: string, after: string] {
  return [text.slice(0, from), text.slice(to)];
}

/** What a text says that its plan does not: a wrong promise costs money. Empty where all of it is so. */
export function figureFaults(said: string, plan: PlanFigures): readonly string[] {
  const { yuan, months } = figuresSaid(said);
  const wrong = (figures: readonly number[], right: readonly number[]): readonly number[] =>
    [...new Set(figures)].filter((figure) => !right.includes(figure));
  return [
    ...wrong(yuan, plan.yuan).map(
      (figure) => `says ${figure} yuan, but the amounts of its plan are ${plan.yuan.join(', ')}`,
    ),
    ...wrong(months, plan.months).map(
      (figure) => `says ${figure} months, but those of its plan are ${plan.months.join(', ')}`,
    ),
  ];
}
