import type { Language } from '../bilingual.ts';
import { yuanText } from '../policy/money.ts';
import type { MonthlyReturn, PayoutPlan } from '../policy/policy.ts';

/** A plan in one line, without dates: "50 at once, then 10 a month × 15; gift 4 at once, then 8 a month × 12". */
export function planInOneLine(plan: PayoutPlan, language: Language): string {
  const { depositReturn: back, gift } = plan;
  const first = yuanText(plan.firstCreditFen);
  const hasFirst = plan.firstCreditFen > 0;
  if (language === 'zh') {
    const deposit = `预存${plan.depositYuan}元：${hasFirst ? `首次到账${first}元，` : ''}每月返${monthlyInWords(back, 'zh')}`;
    return gift.kind === 'pack'
      ? `${deposit}；赠送${gift.name.zh}，一次到账`
      : `${deposit}；赠送${yuanText(gift.totalFen)}元：当时${yuanText(gift.atOnceFen)}元，${startsIn(gift.monthly, 'zh')}每月${monthlyInWords(gift.monthly, 'zh')}`;
  }
  const deposit = `deposit ${plan.depositYuan}: ${hasFirst ? `${first} at first, then ` : ''}${monthlyInWords(back, 'en')}`;
  return gift.kind === 'pack'
    ? `${deposit}; gift: ${gift.name.en}, once`
    : `${deposit}; gift ${yuanText(gift.totalFen)}: ${yuanText(gift.atOnceFen)} at once, ${startsIn(gift.monthly, 'en')} ${monthlyInWords(gift.monthly, 'en')}`;
}

/** How much how often: `10 a month × 15`, and the last month where it takes the remainder. */
export function monthlyInWords(
  { monthlyFen, months, lastFen }: MonthlyReturn,
  language: Language,
): string {
  const [monthly, last] = [yuanText(monthlyFen), yuanText(lastFen)];
  const isSame = monthlyFen === lastFen;
  return language === 'zh'
    ? `${monthly}元×${months}个月${isSame ? '' : `（末月${last}元）`}`
    : `${monthly} a month × ${months}${isSame ? '' : ` (the last ${last})`}`;
}

/** From which month on equal credits come. */
function startsIn({ startsAfterMonths: after }: MonthlyReturn, language: Language): string {
  if (language === 'zh') return after === 1 ? '次月起' : `第${after}个月起`;
  return after === 1 ? 'from the next month' : `from ${after} months later`;
}
