import type { Language } from '../bilingual.ts';
import type { Cell } from '../policy/campaigns.ts';
import type { Campaign, Level, Policy } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { listed, offerName, outletName, withArticle } from './wording.ts';

export type OneLevel = {
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly level: Level;
  /** The cells of that level; at least one. */
  readonly cells: readonly Cell[];
  /** Whether there are cells of other levels among those asked about. */
  readonly hasOthers: boolean;
  /** Whether the question names an offer, and so asks where. */
  readonly asksWhere: boolean;
};

/** Where one offer has a level, or which offers have it at one outlet; null where it is about several of both. */
export function sayOneLevel(
  { policy, campaign, level, cells, hasOthers, asksWhere }: OneLevel,
  language: Language,
): { readonly lead: string; readonly sections: readonly Section[] } | null {
  const outlets = [...new Set(cells.map((cell) => cell.outlet))].map((id) =>
    outletName(policy, id, language),
  );
  const offers = [...new Set(cells.map((cell) => cell.offer))].map((id) =>
    offerName(campaign, id, language),
  );
  const [outlet, ...otherOutlets] = outlets;
  const [offer, ...otherOffers] = offers;
  if (offer !== undefined && otherOffers.length === 0 && asksWhere) {
    const places = listed(
      outlets.map((name) => withArticle(name, language)),
      language,
    );
    return { lead: WHERE[language]({ offer, places, level, hasOthers }), sections: [] };
  }
  if (outlet === undefined || otherOutlets.length > 0) return null;
  return {
    lead: WHICH[language]({ outlet, level, count: offers.length }),
    sections: [{ heading: null, lines: offers }],
  };
}

/** That nothing asked about has the level. */
export function sayNoneOfLevel(level: Level, language: Language): string {
  return {
    zh: { main: '没有主推的。', optional: '没有可选的。', secondary: '没有非主推的。' },
    en: {
      main: 'None is to be led with.',
      optional: 'None is optional.',
      secondary: 'None is secondary.',
    },
  }[language][level];
}

type Where = {
  readonly offer: string;
  readonly places: string;
  readonly level: Level;
  readonly hasOthers: boolean;
};
const WHERE: Readonly<Record<Language, (where: Where) => string>> = {
  zh: ({ offer, places, level, hasOthers }) =>
    `${offer}${hasOthers ? '只' : ''}在${places}是${
      { main: '主推', optional: '可选，适合的客户再推荐', secondary: '非主推，不是禁止' }[level]
    }。`,
  en: ({ offer, places, level, hasOthers }) => {
    const called = {
      main: 'a main offer',
      optional: 'optional, where it fits,',
      secondary: 'secondary (not to lead with, but not banned)',
    }[level];
    const subject = offer.charAt(0).toUpperCase() + offer.slice(1);
    return `${subject} is ${called} ${hasOthers ? 'only ' : ''}at ${places}.`;
  },
};

type Which = { readonly outlet: string; readonly level: Level; readonly count: number };
const WHICH: Readonly<Record<Language, (which: Which) => string>> = {
  zh: ({ outlet, level, count }) =>
    `${outlet}：${
      {
        main: `主推${count}项`,
        optional: `可选${count}项，适合的客户再推荐`,
        secondary: `非主推${count}项，不主动推，但不是禁止`,
      }[level]
    }。`,
  en: ({ outlet, level, count }) => {
    const offers = `${count} offer${count === 1 ? '' : 's'}`;
    const isOrAre = count === 1 ? 'is' : 'are';
    const said = {
      main: `lead with ${offers}`,
      optional: `${offers} ${isOrAre} optional, where it fits`,
      secondary: `do not lead with ${offers}; it is not a ban`,
    }[level];
    return `At ${withArticle(outlet, 'en')}, ${said}.`;
  },
};
