import type { Language } from '../bilingual.ts';
import type { Cell } from '../policy/campaigns.ts';
import type { Campaign, Level, Policy } from '../policy/policy.ts';
import type { Words } from './answer.ts';
import { offerName, outletName, withArticle } from './wording.ts';

export type OneCell = {
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly cell: Cell;
};

/** Whether one offer may be made at one outlet; where it is not to be led with, what is. */
export function sayOneCell(
  { policy, campaign, cell }: OneCell,
  language: Language,
): Pick<Words, 'lead' | 'sections' | 'notes'> {
  const offer = offerName(campaign, cell.offer, language);
  const outlet = outletName(policy, cell.outlet, language);
  const instead = campaign.levels
    .filter((row) => row.at[cell.outlet] === 'main')
    .map((row) => offerName(campaign, row.offer, language));
  const at = withArticle(outlet, language);
  const leads: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
    main: {
      zh: `可以，${offer}在${outlet}是主推。`,
      en: `Yes: ${offer} is a main offer at ${at}. Lead with it.`,
    },
    optional: {
      zh: `可以，${offer}在${outlet}是可选，适合的客户再推荐。`,
      en: `Yes, where it fits: ${offer} is optional at ${at}.`,
    },
    secondary: {
      zh: `${offer}在${outlet}是非主推：不要主动推，客户问起可以介绍。`,
      en: `Not as the lead: ${offer} is secondary at ${at}. It is not banned; the customer may ask for it.`,
    },
  };
  const heading = language === 'zh' ? '这里主推：' : 'Lead with instead:';
  const isSecondary = cell.level === 'secondary';
  const nothing =
    language === 'zh'
      ? '这类网点没有主推的优惠。'
      : 'There is nothing to lead with at this kind of outlet.';
  return {
    lead: leads[cell.level][language],
    sections: isSecondary && instead.length > 0 ? [{ heading, lines: instead }] : [],
    notes: isSecondary && instead.length === 0 ? [nothing] : [],
  };
}
