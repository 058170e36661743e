import type { Language } from '../bilingual.ts';
import type { CustomerText } from '../policy/panel.ts';
import { termMonths } from '../policy/plan-figures.ts';
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
  const written = campaign.panel?.offers.find((one) => one.offer === offer)?.customerText ?? null;
  if (written !== null) return written;
  const [plan, ...others] = campaign.plans.filter((one) => one.offer === offer);
  if (plan === undefined || others.length > 0) return null;
  return { zh: textFrom(campaign, plan, 'zh'), en: textFrom(campaign, plan, 'en') };
}

function textFrom(campaign: Campaign, plan: PayoutPlan, language: Language): string {
  const name = offerName(campaign, plan.offer, language);
  const until = dayInWords(campaign.days.to, language);
  const [deposit, gift] = [depositPart(plan, language), giftPart(plan, language)];
  const total = totalPart(plan, language);
  if (language === 'zh') {
    return `您好！${name}：${deposit}；${gift}。${total}。办理截止${until}（含当天）。${OUTLET_BLANK.zh}`;
  }
  return `Hello! About the offer “${name}”: ${deposit}. ${gift}. ${total}. You can take it until ${until}, that day included. ${OUTLET_BLANK.en}`;
}

function depositPart(
  { depositYuan, firstCreditYuan, depositReturn }: PayoutPlan,
  language: Language,
): string {
  const back = monthlyPart(depositReturn, { verb: '返', language });
  if (language === 'zh') {
    return [
      `您预存${depositYuan}元`,
      ...(firstCreditYuan > 0 ? [`首次到账${firstCreditYuan}元`] : []),
      ...(back === '' ? [] : [`${firstCreditYuan > 0 ? '之后' : ''}${back}`]),
    ].join('，');
  }
  const first = firstCreditYuan > 0 ? [`${firstCreditYuan} yuan at first`] : [];
  const parts = [...first, ...(back === '' ? [] : [back])].join(', then ');
  return `you deposit ${depositYuan} yuan${parts === '' ? '' : ` and get it back: ${parts}`}`;
}

function giftPart({ gift }: PayoutPlan, language: Language): string {
  if (gift.kind === 'pack') {
    return language === 'zh'
      ? `另送${gift.name.zh}，送一次`
      : `You also get ${withArticle(gift.name.en, 'en')}, once`;
  }
  const { totalYuan, atOnceYuan, monthly } = gift;
  const back = monthlyPart(monthly, { verb: '到账', language });
  if (language === 'zh') {
    return [
      `另送您${totalYuan}元`,
      ...(atOnceYuan > 0 ? [`当时到账${atOnceYuan}元`] : []),
      ...(back === '' ? [] : [back]),
    ].join('，');
  }
  const atOnce = atOnceYuan > 0 ? [`${atOnceYuan} yuan at once`] : [];
  const parts = [...atOnce, ...(back === '' ? [] : [back])].join(', then ');
  return `You also get ${totalYuan} yuan${parts === '' ? '' : `: ${parts}`}`;
}

/** A first month that is only assumed is not promised to a customer. */
function monthlyPart(
  { monthlyYuan, months, startsAfterMonths: after, assumed }: MonthlyReturn,
  { verb, language }: { readonly verb: string; readonly language: Language },
): string {
  if (monthlyYuan === 0) return '';
  if (language === 'zh') {
    const from = assumed !== null ? '' : after === 1 ? '次月起' : `第${after}个月起`;
    return `${from}每月${verb}${monthlyYuan}元，共${months}个月`;
  }
  const from =
    assumed !== null ? '' : after === 1 ? ' from the next month' : ` from ${after} months later`;
  return `${monthlyYuan} yuan a month for ${months} months${from}`;
}

function totalPart(plan: PayoutPlan, language: Language): string {
  const total = plan.depositYuan + (plan.gift.kind === 'money' ? plan.gift.totalYuan : 0);
  const term = termMonths(plan);
  return language === 'zh'
    ? `合计到账${total}元，返还期${term}个月`
    : `That is ${total} yuan in all, over ${term} months`;
}
