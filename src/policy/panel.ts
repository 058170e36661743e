import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Source } from '../source.ts';
import type { Assumption, Campaign, OfferId } from './policy.ts';

/** One thing that holds, must be said or must never be said, and what it rests on. */
export type Statement = {
  readonly text: Bilingual;
  readonly basis: Source | Assumption;
  /** Null where it holds as long as its campaign does. */
  readonly inForceFrom: Day | null;
};

const STATEMENT_LISTS = ['conditions', 'mustSay', 'neverSay'] as const;
export type StatementList = (typeof STATEMENT_LISTS)[number];

/** Words that staff may copy and send to a customer. Customers read Chinese. */
export type CustomerText = { readonly zh: string; readonly en: string | null };

/** What the campaign as a whole, or one offer of it, has to say to staff and customers. */
export type PanelPart = Readonly<Record<StatementList, readonly Statement[]>> & {
  readonly customerText: CustomerText | null;
};

export type Panel = {
  readonly campaign: PanelPart;
  readonly offers: readonly (PanelPart & { readonly offer: OfferId })[];
};

/** What a question may ask for of a panel. */
export const PANEL_PARTS = [...STATEMENT_LISTS, 'customerText'] as const;
export type PanelPartName = (typeof PANEL_PARTS)[number];

/** The statements on one offer, and those on every offer, that are in force on a day. */
export type StatementsOn = {
  readonly own: readonly Statement[];
  readonly general: readonly Statement[];
};

/** Of an offer only what its own policy set says, where several run beside each other. */
export function statementsOn(
  { parts }: Pick<Campaign, 'parts'>,
  list: StatementList,
  { offers, day }: { readonly offers: readonly OfferId[]; readonly day: Day },
): StatementsOn {
  const inForce = (statements: readonly Statement[]): readonly Statement[] =>
    statements.filter(({ inForceFrom }) => inForceFrom === null || inForceFrom <= day);
  const meant = parts.filter(
    (part) => offers.length === 0 || part.offers.some((offer) => offers.includes(offer)),
  );
  return {
    own: offers.flatMap((offer) => inForce(panelOf({ parts }, offer)?.[list] ?? [])),
    general: inForce(meant.flatMap(({ panel }) => panel?.campaign[list] ?? [])),
  };
}

/** What the policy set of an offer says of it alone. */
export function panelOf({ parts }: Pick<Campaign, 'parts'>, offer: OfferId): PanelPart | undefined {
  const part = parts.find((one) => one.offers.includes(offer));
  return part?.panel?.offers.find((one) => one.offer === offer);
}
