import { basename } from 'node:path';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { WatchRules } from '../case-watch/watch-rules.ts';
import { type Checklist, newestChecklists } from '../checklists/checklist.ts';
import type { BranchRules, Outcome } from '../complaints/case.ts';
import type { People } from '../people/named.ts';
import { inForce, standingOf, waitingOn } from '../policy/in-force.ts';
import { closingFaults } from '../policy/payouts.ts';
import type { CoachingTopic, Policy, PolicySet, Register } from '../policy/policy.ts';
import type { ServedChannel } from '../policy/taking-effect.ts';
import type { DataProblem } from '../problem.ts';
import type { ReminderRules } from '../reminders/rules.ts';
import { loadCalendar } from './calendar-files.ts';
import { loadCaseRules } from './case-rules-file.ts';
import { loadChannels } from './channels-file.ts';
import { loadChecklists } from './checklist-file.ts';
import { reportConflicts } from './conflicts.ts';
import { type FolderReader, openFolder } from './folder.ts';
import { loadPanel } from './panel-file.ts';
import { loadPeople } from './people-file.ts';
import {
  type CampaignHead,
  campaignSchema,
  coachingSchema,
  levelsSchema,
  limitsSchema,
  outletsSchema,
  payoutsSchema,
} from './policy-schemas.ts';
import { loadPorting, reportPortOffers } from './porting-file.ts';
import { loadRegister } from './register-file.ts';
import { loadReminderRules } from './reminders-file.ts';
import { folderOf } from './set-folder.ts';
import type { Located } from './yaml.ts';

/** What the data folder holds. */
export type PolicyFiles = {
  /** As it will be known when all that is decided is known: `policyOn` says what is known on a day. */
  readonly policy: Policy;
  /** Every version of every campaign, approved or not, in the order of their first days and versions. */
  readonly sets: readonly PolicySet[];
  readonly register: Register;
  /** The newest version of each. */
  readonly checklists: readonly Checklist[];
  /** Every version: an open case keeps its own. */
  readonly checklistVersions: readonly Checklist[];
  readonly outcomes: readonly Outcome[];
  readonly branchRules: BranchRules;
  readonly watchRules: WatchRules;
  /** Which channels hear of news for which outlet types. */
  readonly channels: readonly ServedChannel[];
  /** Which days are worked, of each year that is there. */
  readonly calendarYears: readonly CalendarYear[];
  /** Who has which role where, and who works where. */
  readonly people: People;
  /** When contracts are reminded of, and where. */
  readonly reminderRules: ReminderRules;
};

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
  const names = folder.folders('campaigns');
  const placed = names.flatMap((name) => loadSet(folder, name, outletIds) ?? []).sort(byDays);
  const sets = placed.map(({ set }) => set);
  const limits = loadRows(folder, 'complaints/limits.yaml', limitsSchema, 'limits');
  const checklistVersions = loadChecklists(folder);
  const { outcomes, branchRules, watchRules } = loadCaseRules(folder, checklistVersions);
  const coaching = loadNamed<CoachingTopic>(folder, 'coaching', coachingSchema);
  // A folder that cannot be read is told once, not once more for each decision about it.
  const register = loadRegister(folder, root, names.length === sets.length ? sets : null);
  const porting = loadPorting(folder);
  const channels = loadChannels(folder, outletIds);
  const calendarYears = loadCalendar(folder);
  const people = loadPeople(folder, outletIds);
  const reminderRules = loadReminderRules(folder, outletIds);
  if (register !== null) {
    const taken = daysTaken(placed, register);
    reportConflicts(folder, taken);
    if (porting !== null) reportPortOffers(folder, taken, porting);
  }
  if (sets.length === 0 && folder.problems().length === 0) {
    const file = `${basename(root)}/campaigns`;
    folder.report({ file, line: 1, path: '', message: 'there is no campaign' });
  }
  const problems = folder.problems();
  if (problems.length > 0) return { ok: false, problems };
  if (
    outlets === null ||
    limits === null ||
    register === null ||
    porting === null ||
    branchRules === null ||
    reminderRules === null ||
    watchRules === null
  )
    return { ok: false, problems };
  const policy = {
    outlets,
    campaigns: inForce(sets, register, null),
    waiting: waitingOn(sets, register, null),
    limits,
    coaching,
    porting,
  };
  const checklists = newestChecklists(checklistVersions);
  return {
    ok: true,
    value: {
      policy,
      sets,
      register,
      checklists,
      checklistVersions,
      outcomes,
      branchRules,
      watchRules,
      channels,
      calendarYears,
      people,
      reminderRules,
    },
  };
}

/** The outlet types alone, for who needs nothing else of the data. */
export function loadOutlets(root: string): Loaded<Policy['outlets']> {
  const folder = openFolder(root);
  const outlets = folder.isThere()
    ? loadRows(folder, 'outlets.yaml', outletsSchema, 'outlets')
    : null;
  const problems = folder.problems();
  return outlets === null || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: outlets };
}

/** A policy set, and where in its file a fault of it lies. */
export type PlacedSet = { readonly set: PolicySet; readonly head: Located<CampaignHead> };

/** The days on which sets answer, or would once they are approved: what was withdrawn is in nobody's way. */
function daysTaken(placed: readonly PlacedSet[], register: Register): readonly PlacedSet[] {
  const sets = placed.map(({ set }) => set);
  const standing = standingOf(sets, register);
  const waiting = waitingOn(sets, register, null);
  return placed.flatMap(({ set, head }) =>
    [
      ...standing.flatMap((one) => (one.set === set ? [one.days] : [])),
      ...(waiting.some(({ id, version }) => id === set.id && version === set.version)
        ? [set.days]
        : []),
    ].map((days) => ({ set: { ...set, days }, head })),
  );
}

function byDays({ set: one }: PlacedSet, { set: other }: PlacedSet): number {
  if (one.id === other.id) return one.version - other.version;
  return one.days.from < other.days.from ? -1 : 1;
}

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

/** One policy set of the data, with every fault of it reported to the folder; null where a file of it cannot be read. */
export function loadSet(
  folder: FolderReader,
  name: string,
  outletIds: readonly string[] | null,
): PlacedSet | null {
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
      folder.report(payouts.problemAt(['plans', index], `the plan does not close: ${fault.en}`));
    }
  });

  const { starts, ends, document, clause, ...rest } = head.value;
  const set: PolicySet = {
    ...rest,
    days: { from: starts, to: ends },
    source: { document, clause },
    levels: levels.value,
    plans: payouts.value,
    panel: loadPanel(folder, at('panel'), { offerIds, plans: payouts.value }),
  };
  return { set, head };
}

function checkHead(folder: FolderReader, head: Located<CampaignHead>, name: string): void {
  const { id, version, starts, ends, businesses, offers, beside } = head.value;
  if (folderOf(id, version) !== name)
    folder.report(
      head.problemAt(['id'], `the folder is called "${name}", not "${folderOf(id, version)}"`),
    );
  if (beside.includes(id))
    folder.report(head.problemAt(['beside'], 'a campaign does not run beside itself'));
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

export function reportRepeats<T>(
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
