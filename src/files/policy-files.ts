import type { Checklist } from '../checklists/checklist.ts';
import { closingFaults } from '../policy/payouts.ts';
import type { Campaign, CoachingTopic, Policy } from '../policy/policy.ts';
import type { DataProblem } from '../problem.ts';
import { type FolderReader, openFolder } from './folder.ts';
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
  const outlets = folder.read('outlets.yaml', outletsSchema)?.value ?? [];
  const outletIds = outlets.map((outlet) => outlet.id);
  const campaigns = folder
    .folders('campaigns')
    .flatMap((name) => loadCampaign(folder, name, outletIds) ?? [])
    .sort((one, other) => (one.days.from < other.days.from ? -1 : 1));
  const limits = folder.read('complaints/limits.yaml', limitsSchema)?.value ?? [];
  const checklists = loadNamed<Checklist>(folder, 'checklists', checklistSchema);
  const coaching = loadNamed<CoachingTopic>(folder, 'coaching', coachingSchema);
  reportOverlaps(folder, root, campaigns);
  if (campaigns.length === 0 && folder.problems().length === 0) {
    folder.report({ file: 'data/campaigns', line: 1, path: '', message: 'there is no campaign' });
  }
  const problems = folder.problems();
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { policy: { outlets, campaigns, limits, coaching }, checklists } };
}

function loadCampaign(
  folder: FolderReader,
  name: string,
  outletIds: readonly string[],
): Campaign | null {
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
    for (const outlet of Object.keys(row.at)) {
      if (outletIds.includes(outlet)) continue;
      folder.report(
        levels.problemAt([...place, 'at', outlet], `outlets.yaml has no outlet "${outlet}"`),
      );
    }
    for (const outlet of outletIds) {
      if (outlet in row.at) continue;
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
  return {
    ...rest,
    days: { from: starts, to: ends },
    source: { document, clause },
    levels: levels.value,
    plans: payouts.value,
  };
}

function checkHead(folder: FolderReader, head: Located<CampaignHead>, name: string): void {
  const { id, starts, ends, businesses, offers } = head.value;
  if (id !== name) folder.report(head.problemAt(['id'], `the folder is called "${name}"`));
  if (ends < starts) folder.report(head.problemAt(['ends'], `ends before it starts (${starts})`));
  offers.forEach((offer, index) => {
    if (offers.findIndex((other) => other.id === offer.id) !== index) {
      folder.report(head.problemAt(['offers', index, 'id'], `"${offer.id}" stands twice`));
    }
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
  idOf: (row: T) => string,
): void {
  const ids = rows.value.map(idOf);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      folder.report(rows.problemAt([key, index], `"${id}" stands twice`));
  });
}

function reportOverlaps(folder: FolderReader, root: string, campaigns: readonly Campaign[]): void {
  campaigns.forEach((campaign, index) => {
    const before = campaigns[index - 1];
    if (before === undefined || before.days.to < campaign.days.from) return;
    folder.report({
      file: `${root.split(/[\\/]/).at(-1)}/campaigns/${campaign.id}/campaign.yaml`,
      line: 1,
      path: 'starts',
      message: `its days overlap with campaign ${before.id}, which ends on ${before.days.to}`,
    });
  });
}

/** Every file of a folder, each under the name that is its id. */
function loadNamed<T extends { readonly id: string }>(
  folder: FolderReader,
  name: string,
  schema: Parameters<typeof folder.read<T>>[1],
): readonly T[] {
  return folder.names(name).flatMap((file) => {
    const located = folder.read(`${name}/${file}.yaml`, schema);
    if (located === null) return [];
    if (located.value.id !== file) {
      folder.report(located.problemAt(['id'], `the file is called "${file}.yaml"`));
    }
    return [located.value];
  });
}
