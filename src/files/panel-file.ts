import type { Panel, PanelPart } from '../policy/panel.ts';
import { closingFaults } from '../policy/payouts.ts';
import { figuresOf, type PlanFigures } from '../policy/plan-figures.ts';
import type { PayoutPlan } from '../policy/policy.ts';
import type { FolderReader } from './folder.ts';
import { panelSchema } from './panel-schema.ts';
import { figureFaults } from './said-figures.ts';
import type { Located } from './yaml.ts';

/** What the rest of the campaign says, for a panel to be held against. */
type Beside = { readonly offerIds: readonly string[]; readonly plans: readonly PayoutPlan[] };

/** The panel of a campaign, with every fault of it reported to the folder; null where there is none. */
export function loadPanel(folder: FolderReader, path: string, beside: Beside): Panel | null {
  if (!folder.has(path)) return null;
  const located = folder.read(path, panelSchema);
  if (located === null) return null;
  const { offers } = located.value;
  offers.forEach((row, index) => {
    const place = ['offers', index];
    if (!beside.offerIds.includes(row.offer)) {
      folder.report(
        located.problemAt([...place, 'offer'], `campaign.yaml has no offer "${row.offer}"`),
      );
    }
    if (offers.findIndex((other) => other.offer === row.offer) !== index) {
      folder.report(located.problemAt(place, `"${row.offer}" stands twice`));
    }
    const figures = figuresOfOffer(row.offer, beside.plans);
    if (figures !== null) reportFigures(folder, { located, place, part: row }, figures);
  });
  return located.value;
}

/**
 * What may be said of an offer's money: the figures of all its plans; null where it has none, or one that does not
 * close: that fault is not told twice.
 */
function figuresOfOffer(offer: string, plans: readonly PayoutPlan[]): PlanFigures | null {
  const its = plans.filter((plan) => plan.offer === offer);
  const known = its.filter((plan) => closingFaults(plan).length === 0).map(figuresOf);
  if (known.length === 0 || known.length < its.length) return null;
  return {
    yuan: known.flatMap(({ yuan }) => yuan),
    months: known.flatMap(({ months }) => months),
  };
}

type PlacedPart = {
  readonly located: Located<Panel>;
  readonly place: readonly PropertyKey[];
  readonly part: PanelPart;
};

/** What must never be said may name a wrong figure; all else is told to customers. */
function reportFigures(
  folder: FolderReader,
  { located, place, part }: PlacedPart,
  figures: PlanFigures,
): void {
  const said = [
    ...(['conditions', 'mustSay'] as const).flatMap((list) =>
      part[list].map(({ text }, index) => ({ at: [list, index], texts: text })),
    ),
    ...(part.customerText === null ? [] : [{ at: ['customerText'], texts: part.customerText }]),
  ];
  for (const { at, texts } of said) {
    for (const language of ['zh', 'en'] as const) {
      for (const fault of figureFaults(texts[language] ?? '', figures)) {
        folder.report(located.problemAt([...place, ...at, language], fault));
      }
    }
  }
}
