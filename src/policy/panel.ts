import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Source } from '../source.ts';
import type { Assumption, OfferId } from './policy.ts';

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

export function statementsOn(
  panel: Panel | null,
  list: StatementList,
  { offer, day }: { readonly offer: OfferId | null; readonly day: Day },
): StatementsOn {
  const inForce = (statements: readonly Statement[]): readonly Statement[] =>
    statements.filter(({ inForceFrom }) => inForceFrom === null || inForceFrom <= day);
  const own = panel?.offers.find((one) => one.offer === offer)?.[list] ?? [];
  return { own: inForce(own), general: inForce(panel?.campaign[list] ?? []) };
}
