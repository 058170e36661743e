import type { Bilingual } from '../bilingual.ts';
import type { Offer, PolicySet } from '../policy/policy.ts';
import { folded } from './folding.ts';

/** What a text is the name of; an offer is known by its business too. */
export type NameKind = 'text' | 'business' | { readonly offerOf: string };

/** What earlier campaigns call things: an offer of the same name keeps its id, a text keeps its English. */
export type EarlierNames = {
  readonly offerId: (name: string, business: string) => string | null;
  /** The id of an offer of this name under whatever business, where there was only one. */
  readonly offerIdElsewhere: (name: string) => string | null;
  /** For whom alone an offer was: no sheet says it, and a mark that got lost would open the offer to everybody. */
  readonly onlyFor: (id: string) => Offer['onlyFor'];
  readonly businessId: (name: string) => string | null;
  readonly english: (text: string, kind: NameKind) => string | null;
};

/** `campaigns` in the order of their days: the newest one is believed. */
export function earlierNames(campaigns: readonly PolicySet[]): EarlierNames {
  const offers = new Map<string, { readonly id: string; readonly en: string }>();
  const onlyFor = new Map<string, Offer['onlyFor']>();
  const idsOfName = new Map<string, Set<string>>();
  const businesses = new Map<string, { readonly id: string; readonly en: string }>();
  const texts = new Map<string, string>();
  for (const campaign of campaigns) {
    const business = new Map(campaign.businesses.map(({ id, name }) => [id, name.zh]));
    for (const { id, name } of campaign.businesses)
      businesses.set(folded(name.zh), { id, en: name.en });
    for (const { id, name, business: of, onlyFor: whom } of campaign.offers) {
      onlyFor.set(id, whom);
      offers.set(offerKey(name.zh, business.get(of) ?? ''), { id, en: name.en });
      const key = folded(name.zh);
      idsOfName.set(key, (idsOfName.get(key) ?? new Set()).add(id));
    }
    for (const { zh, en } of textsOf(campaign)) texts.set(folded(zh), en);
  }
  return {
    offerId: (name, business) => offers.get(offerKey(name, business))?.id ?? null,
    offerIdElsewhere(name) {
      const [id, ...others] = idsOfName.get(folded(name)) ?? [];
      return others.length === 0 ? (id ?? null) : null;
    },
    onlyFor: (id) => onlyFor.get(id) ?? null,
    businessId: (name) => businesses.get(folded(name))?.id ?? null,
    english(text, kind) {
      if (kind === 'text') return texts.get(folded(text)) ?? null;
      if (kind === 'business') return businesses.get(folded(text))?.en ?? null;
      return offers.get(offerKey(text, kind.offerOf))?.en ?? null;
    },
  };
}

/** One name may be an offer of two businesses: 存费送费 is, and it is a business besides. */
export function offerKey(name: string, business: string): string {
  return `${folded(name)} ${folded(business)}`;
}

function textsOf(campaign: PolicySet): readonly Bilingual[] {
  const rows = [campaign, ...campaign.offers, ...campaign.levels, ...campaign.plans];
  return [
    campaign.name,
    campaign.purpose,
    ...rows.flatMap(({ source }) => [source.document, source.clause]),
    ...campaign.plans.flatMap(({ gift, depositReturn }) => [
      ...(gift.kind === 'pack' ? [gift.name] : []),
      ...[depositReturn, ...(gift.kind === 'money' ? [gift.monthly] : [])].flatMap(
        ({ assumed }) => assumed?.reason ?? [],
      ),
    ]),
  ];
}

export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** An id made of the Latin letters and digits of a text; null where it has too few to tell anything. */
export function slugOf(text: string): string | null {
  const slug = folded(text.replace(/[\s_]+/g, '-'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /[a-z]{2}/.test(slug) ? slug.slice(0, 60).replace(/-$/, '') : null;
}
