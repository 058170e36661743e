import type { Language } from '../bilingual.ts';
import { yuanText } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';
import type { Section } from './answer.ts';
import { creditParts, monthLines } from './payout-months.ts';
import { dayInWords } from './wording.ts';

/** What the customer receives and what the outlet earns, for some households. */
export type BothSides = { readonly schedule: Schedule; readonly households: number };

/** Both sides in one sentence. */
export function bothLead({ schedule, households }: BothSides, language: Language): string {
  const { plan, totalFen, depositedOn } = schedule;
  const day = dayInWords(depositedOn, language);
  const total = yuanText(totalFen);
  const each = yuanText(plan.commissionFen);
  const earned = yuanText(plan.commissionFen * households);
  if (language === 'zh') {
    const gift =
      plan.gift.kind === 'money' ? `送${yuanText(plan.gift.totalFen)}元` : `送${plan.gift.name.zh}`;
    const start = `${day}存${plan.depositYuan}元${gift}`;
    return households === 1
      ? `${start}：客户共到账${total}元，网点佣金${earned}元。`
      : `${start}，${households}户：每户客户共到账${total}元，网点佣金共${earned}元（每户${each}元）。`;
  }
  const gift = plan.gift.kind === 'money' ? yuanText(plan.gift.totalFen) : `a ${plan.gift.name.en}`;
  const start = `Deposit ${plan.depositYuan} yuan on ${day}, get ${gift}`;
  return households === 1
    ? `${start}: the customer receives ${total} yuan, the outlet earns ${earned}.`
    : `${start}, ${households} households: each customer receives ${total} yuan, the outlet earns ${earned} (${each} each).`;
}

/** The customer's side month by month, and the outlet's. */
export function bothSections(
  { schedule, households }: BothSides,
  language: Language,
): readonly Section[] {
  const isZh = language === 'zh';
  const isOne = households === 1;
  const { plan, totalFen } = schedule;
  const [each, earned] = [plan.commissionFen, plan.commissionFen * households].map(yuanText);
  const together = yuanText(totalFen * households);
  return [
    {
      heading: isZh ? `客户${isOne ? '' : '（每户）'}` : isOne ? 'The customer' : 'Each customer',
      lines: [
        onTheDay(schedule, language),
        ...monthLines(schedule, language),
        ...(isOne
          ? []
          : [
              isZh
                ? `${households}户合计 ${together} 元`
                : `${households} households together: ${together} yuan`,
            ]),
      ],
    },
    {
      heading: isZh ? '网点' : 'The outlet',
      lines: [
        isZh
          ? `佣金 ${earned} 元${isOne ? '' : `（${households}户 × ${each}元）`}`
          : `Commission: ${earned} yuan${isOne ? '' : ` (${households} × ${each})`}`,
      ],
    },
  ];
}

function onTheDay({ plan, firstCreditFen, giftAtOnceFen }: Schedule, language: Language): string {
  const isZh = language === 'zh';
  const pack = plan.gift.kind === 'pack' ? plan.gift.name[language] : null;
  const sum = firstCreditFen + giftAtOnceFen;
  const credit = { depositFen: firstCreditFen, giftFen: giftAtOnceFen };
  const parts = creditParts(credit, language);
  const money = isZh ? `${yuanText(sum)} 元` : `${yuanText(sum)} yuan`;
  const told = [
    ...(sum === 0 && pack !== null
      ? []
      : [parts === '' ? money : `${money}${inBrackets(parts, isZh)}`]),
    ...(pack === null ? [] : [pack]),
  ];
  return isZh ? `当天：${told.join('，')}` : `On the day: ${told.join(', ')}`;
}

function inBrackets(text: string, isZh: boolean): string {
  return isZh ? `（${text}）` : ` (${text})`;
}
