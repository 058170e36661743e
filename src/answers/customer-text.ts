import type { Language } from '../bilingual.ts';
import { yuanText } from '../policy/money.ts';
import { type CustomerText, panelOf } from '../policy/panel.ts';
import { paidInAll, termMonths } from '../policy/plan-figures.ts';
import type { Campaign, MonthlyReturn, OfferId, PayoutPlan } from '../policy/policy.ts';
import { dayInWords, offerName, withArticle } from './wording.ts';

/** Where staff put in who writes. */
export const OUTLET_BLANK: Readonly<Record<Language, string>> = {
  zh: '【网点名称】',
  en: '[name of the outlet]',
};

/**
 * What may be sent to a customer about an offer: the words of the data, else those that its payout plan makes, which
 * cannot promise anything else. Null where neither is there.
 */
export function customerTextOf(campaign: Campaign, offer: OfferId): CustomerText | null {
  const written = panelOf(campaign, offer)?.customerText ?? null;
  if (written !== null) return written;
  const [plan, ...others] = campaign.plans.filter((one) => one.offer === offer);
  if (plan === undefined || others.length > 0) return null;
  return { zh: textFrom(campaign, plan, 'zh'), en: textFrom(campaign, plan, 'en') };
}

function textFrom(campaign: Campaign, plan: PayoutPlan, language: Language): string {
  const name = offerName(campaign, plan.offer, language);
  const part = campaign.parts.find(({ offers }) => offers.includes(plan.offer)) ?? campaign;
  const until = dayInWords(part.days.to, language);
  const gift = giftPart(plan, language);
  const parts = [depositPart(plan, language), ...(gift === null ? [] : [gift])];
  const total = totalPart(plan, language);
  if (language === 'zh') {
    return `您好！${name}：${parts.join('；')}。${total}。办理截止${until}（含当天）。${OUTLET_BLANK.zh}`;
  }
  return `Hello! About the offer “${name}”: ${parts.join('. ')}. ${total}. You can take it until ${until}, that day included. ${OUTLET_BLANK.en}`;
}

function depositPart(
  { depositYuan, firstCreditFen, depositReturn }: PayoutPlan,
  language: Language,
): string {
  const back = monthlyPart(depositReturn, { verb: '返', language });
  if (language === 'zh') {
    return [
      `您预存${depositYuan}元`,
      ...(firstCreditFen > 0 ? [`首次到账${yuanText(firstCreditFen)}元`] : []),
      ...(back === '' ? [] : [`${firstCreditFen > 0 ? '之后' : ''}${back}`]),
    ].join('，');
  }
  const first = firstCreditFen > 0 ? [`${yuanText(firstCreditFen)} yuan at first`] : [];
  const parts = [...first, ...(back === '' ? [] : [back])].join(', then ');
  return `you deposit ${depositYuan} yuan${parts === '' ? '' : ` and get it back: ${parts}`}`;
}

function giftPart({ gift }: PayoutPlan, language: Language): string | null {
  if (gift.kind === 'pack') {
    return language === 'zh'
      ? `另送${gift.name.zh}，送一次`
      : `You also get ${withArticle(gift.name.en, 'en')}, once`;
  }
  const { totalFen, atOnceFen, monthly } = gift;
  if (totalFen === 0) return null;
  const total = yuanText(totalFen);
  const back = monthlyPart(monthly, { verb: '到账', language });
  if (language === 'zh') {
    return [
      `另送您${total}元`,
      ...(atOnceFen > 0 ? [`当时到账${yuanText(atOnceFen)}元`] : []),
      ...(back === '' ? [] : [back]),
    ].join('，');
  }
  const atOnce = atOnceFen > 0 ? [`${yuanText(atOnceFen)} yuan at once`] : [];
  const parts = [...atOnce, ...(back === '' ? [] : [back])].join(', then ');
  return `You also get ${total} yuan${parts === '' ? '' : `: ${parts}`}`;
}

/** A first month that is only assumed is not promised to a customer. */
function monthlyPart(
  { monthlyFen, lastFen, months, startsAfterMonths: after, assumed }: MonthlyReturn,
  { verb, language }: { readonly verb: string; readonly language: Language },
): string {
  if (monthlyFen === 0 && lastFen === 0) return '';
  const [monthly, last] = [yuanText(monthlyFen), yuanText(lastFen)];
  const isSame = monthlyFen === lastFen;
  if (language === 'zh') {
    const from = assumed !== null ? '' : after === 1 ? '次月起' : `第${after}个月起`;
    return `${from}每月${verb}${monthly}元，共${months}个月${isSame ? '' : `（末月${last}元）`}`;
  }
  const from =
    assumed !== null ? '' : after === 1 ? 'from the next month ' : `from ${after} months later `;
  return `${from}${monthly} yuan a month for ${months} months${isSame ? '' : ` (${last} yuan in the last)`}`;
}

function totalPart(plan: PayoutPlan, language: Language): string {
  const total = yuanText(paidInAll(plan));
  const term = termMonths(plan);
  return language === 'zh'
    ? `合计到账${total}元，返还期${term}个月`
    : `That is ${total} yuan in all, over ${term} months`;
}
