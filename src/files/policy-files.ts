import { basename } from 'node:path';
import type { Checklist } from '../checklists/checklist.ts';
import { closingFaults } from '../policy/payouts.ts';
import type { Campaign, CoachingTopic, Policy } from '../policy/policy.ts';
import type { DataProblem } from '../problem.ts';
import { type FolderReader, openFolder } from './folder.ts';
import { loadPanel } from './panel-file.ts';
import {
  type CampaignHead,
  campaignSchema,
  checklistSchema,
  coachingSchema,
  levelsSchema,
  limitsSchema,
  outletsSchema,
  payoutsSchema,
} from './policy-schemas.ts';
import type { Located } from './yaml.ts';

/** What the data folder holds. */
export type PolicyFiles = { readonly policy: Policy; readonly checklists: readonly Checklist[] };

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly DataProblem[] };

/** Reads the whole data folder, or says everything that is wrong with it. It is taken whole or refused whole. */
export function loadPolicy(root: string): Loaded<PolicyFiles> {
  const folder = openFolder(root);
  if (!folder.isThere()) return { ok: false, problems: folder.problems() };
  const outlets = loadRows(folder, 'outlets.yaml', outletsSchema, 'outlets');
  // Where the outlets cannot be read, their ids cannot be judged: one fault is not told forty times.
  const outletIds = outlets?.map(idOf) ?? null;
  const placed = folder
    .folders('campaigns')
    .flatMap((name) => loadCampaign(folder, name, outletIds) ?? [])
    .sort((one, other) => (one.campaign.days.from < other.campaign.days.from ? -1 : 1));
  const campaigns = placed.map(({ campaign }) => campaign);
  const limits = loadRows(folder, 'complaints/limits.yaml', limitsSchema, 'limits');
  const checklists = loadNamed<Checklist>(folder, 'checklists', checklistSchema, (located) =>
    reportRepeats(folder, { ...located, value: located.value.steps }, 'steps', idOf),
  );
  const coaching = loadNamed<CoachingTopic>(folder, 'coaching', coachingSchema);
  reportOverlaps(folder, placed);
  if (campaigns.length === 0 && folder.problems().length === 0) {
    const file = `${basename(root)}/campaigns`;
    folder.report({ file, line: 1, path: '', message: 'there is no campaign' });
  }
  const problems = folder.problems();
  if (problems.length > 0 || outlets === null || limits === null) return { ok: false, problems };
  return { ok: true, value: { policy: { outlets, campaigns, limits, coaching }, checklists } };
}

/** A campaign, and where in its file a fault of it lies. */
type PlacedCampaign = { readonly campaign: Campaign; readonly head: Located<CampaignHead> };

function idOf(row: { readonly id: string }): string {
  return row.id;
}

/** The rows of one file, each with an id of its own, or null where the file cannot be read. */
function loadRows<T extends { readonly id: string }>(
  folder: FolderReader,
  file: string,
  schema: Parameters<typeof folder.read<readonly T[]>>[1],
  key: string,
): readonly T[] | null {
  const located = folder.read(file, schema);
  if (located === null) return null;
  reportRepeats(folder, located, key, idOf);
  return located.value;
}

/** One campaign of the data, with every fault of it reported to the folder; null where a file of it cannot be read. */
export function loadCampaign(
  folder: FolderReader,
  name: string,
  outletIds: readonly string[] | null,
): PlacedCampaign | null {
  const at = (file: string): string => `campaigns/${name}/${file}.yaml`;
  const head = folder.read(at('campaign'), campaignSchema);
  const levels = folder.read(at('levels'), levelsSchema);
  const payouts = folder.read(at('payouts'), payoutsSchema);
  if (head === null || levels === null || payouts === null) return null;
  checkHead(folder, head, name);
  const offerIds = head.value.offers.map((offer) => offer.id);

  reportRepeats(folder, levels, 'levels', (row) => row.offer);
  levels.value.forEach((row, index) => {
    const place = ['levels', index];
    if (!offerIds.includes(row.offer)) {
      folder.report(
        levels.problemAt([...place, 'offer'], `campaign.yaml has no offer "${row.offer}"`),
      );
    }
    for (const outlet of outletIds === null ? [] : Object.keys(row.at)) {
      if (outletIds?.includes(outlet)) continue;
      folder.report(
        levels.problemAt([...place, 'at', outlet], `outlets.yaml has no outlet "${outlet}"`),
      );
    }
    for (const outlet of outletIds ?? []) {
      if (Object.hasOwn(row.at, outlet)) continue;
      folder.report(levels.problemAt([...place, 'at'], `the level at "${outlet}" is missing`));
    }
  });
  for (const offer of offerIds) {
    if (levels.value.some((row) => row.offer === offer)) continue;
    folder.report(levels.problemAt(['levels'], `offer "${offer}" has no levels`));
  }

  reportRepeats(folder, payouts, 'plans', (plan) => String(plan.depositYuan));
  payouts.value.forEach((plan, index) => {
    if (!offerIds.includes(plan.offer)) {
      folder.report(
        payouts.problemAt(['plans', index, 'offer'], `campaign.yaml has no offer "${plan.offer}"`),
      );
    }
    for (const fault of closingFaults(plan)) {
      folder.report(payouts.problemAt(['plans', index], `the plan does not close: ${fault}`));
    }
  });

  const { starts, ends, document, clause, ...rest } = head.value;
  const campaign: Campaign = {
    ...rest,
    days: { from: starts, to: ends },
    source: { document, clause },
    levels: levels.value,
    plans: payouts.value,
    panel: loadPanel(folder, at('panel'), { offerIds, plans: payouts.value }),
  };
  return { campaign, head };
}

function checkHead(folder: FolderReader, head: Located<CampaignHead>, name: string): void {
  const { id, starts, ends, businesses, offers } = head.value;
  if (id !== name) folder.report(head.problemAt(['id'], `the folder is called "${name}"`));
  if (ends < starts) folder.report(head.problemAt(['ends'], `ends before it starts (${starts})`));
  reportRepeats(folder, { ...head, value: businesses }, 'businesses', idOf);
  reportRepeats(folder, { ...head, value: offers }, 'offers', idOf);
  offers.forEach((offer, index) => {
    if (businesses.every((business) => business.id !== offer.business)) {
      folder.report(
        head.problemAt(['offers', index, 'business'], `there is no business "${offer.business}"`),
      );
    }
  });
}

function reportRepeats<T>(
  folder: FolderReader,
  rows: Located<readonly T[]>,
  key: string,
  nameOf: (row: T) => string,
): void {
  const ids = rows.value.map(nameOf);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      folder.report(rows.problemAt([key, index], `"${id}" stands twice`));
  });
}

/** `placed` is in the order of the first days. */
function reportOverlaps(folder: FolderReader, placed: readonly PlacedCampaign[]): void {
  placed.forEach(({ campaign, head }, index) => {
    const before = placed
      .slice(0, index)
      .find((other) => other.campaign.days.to >= campaign.days.from)?.campaign;
    if (before === undefined) return;
    folder.report(
      head.problemAt(
        ['starts'],
        `its days overlap with campaign ${before.id}, which ends on ${before.days.to}`,
      ),
    );
  });
}

/** Every file of a folder, each under the name that is its id. */
function loadNamed<T extends { readonly id: string }>(
  folder: FolderReader,
  name: string,
  schema: Parameters<typeof folder.read<T>>[1],
  check: (located: Located<T>) => void = () => undefined,
): readonly T[] {
  return folder.names(name).flatMap((file) => {
    const located = folder.read(`${name}/${file}.yaml`, schema);
    if (located === null) return [];
    if (located.value.id !== file) {
      folder.report(located.problemAt(['id'], `the file is called "${file}.yaml"`));
    }
    check(located);
    return [located.value];
  });
}
