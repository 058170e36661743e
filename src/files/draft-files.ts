import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, isMap, isScalar, visit } from 'yaml';
import type { Bilingual } from '../bilingual.ts';
import type { MonthlyReturn, PayoutPlan } from '../policy/policy.ts';
import { type DataProblem, Problem } from '../problem.ts';
import type { Doubt, DraftCampaign } from '../sheets/draft.ts';
import type { FolderReader } from './folder.ts';
import { loadCampaign } from './policy-files.ts';
import { readYaml } from './yaml.ts';

/** The files of a draft by their names. The first three are those of a campaign. */
export type DraftFiles = Readonly<Record<string, string>>;

/** A draft in the form of a campaign's files, and with them the cells that a person must decide. */
export function draftFiles(
  campaign: DraftCampaign,
  { file, doubts }: { readonly file: string; readonly doubts: readonly Doubt[] },
): DraftFiles {
  const { id, version, name, purpose, days, source, businesses, offers, levels, plans } = campaign;
  const { document, clause } = source;
  return {
    'campaign.yaml': yamlOf({
      id,
      version,
      name,
      purpose,
      ...(days === null ? {} : { starts: days.from, ends: days.to }),
      document,
      clause,
      businesses,
      offers: offers.map(({ source: of, ...offer }) => ({ ...offer, clause: of.clause })),
    }),
    'levels.yaml': yamlOf({
      document: levels[0]?.source.document ?? document,
      levels: levels.map(({ offer, source: of, at }) => ({ offer, clause: of.clause, at })),
    }),
    'payouts.yaml': yamlOf({
      document: plans[0]?.source.document ?? document,
      plans: plans.map(planRow),
    }),
    'doubtful.yaml': yamlOf(
      { file, doubtful: doubts },
      ' What a person must decide. While anything stands here, the draft cannot be approved: mend the sheet, import it again.',
    ),
  };
}

function planRow(plan: PayoutPlan): unknown {
  const { gift } = plan;
  return {
    offer: plan.offer,
    clause: plan.source.clause,
    deposit: plan.depositYuan,
    firstCredit: plan.firstCreditYuan,
    depositReturn: returnRow(plan.depositReturn),
    gift:
      gift.kind === 'pack'
        ? { pack: gift.worthYuan, name: gift.name }
        : { total: gift.totalYuan, atOnce: gift.atOnceYuan, ...returnRow(gift.monthly) },
    commission: plan.commissionYuan,
  };
}

function returnRow({ monthlyYuan, months, startsAfterMonths, assumed }: MonthlyReturn) {
  const row = { monthly: monthlyYuan, months, startsAfterMonths };
  return assumed === null ? row : { ...row, assumed: assumed.reason };
}

/** Written as people write the data: both languages on one line, and a mark where one stands in for the other. */
function yamlOf(value: unknown, comment?: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (comment !== undefined) document.commentBefore = comment;
  visit(document, {
    Map(_, map) {
      const texts = map.toJSON() as Partial<Bilingual>;
      if (!isMap(map) || texts.zh === undefined) return;
      map.flow = true;
      const english = map.get('en', true);
      if (texts.en === texts.zh && isScalar(english))
        map.comment = ' assumed: no English was given';
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** All that keeps a draft from being a campaign: the checks are those of a campaign. */
export function draftProblems(
  files: DraftFiles,
  id: string,
  outletIds: readonly string[],
): readonly DataProblem[] {
  const problems: DataProblem[] = [];
  const folder: FolderReader = {
    read(path, schema) {
      const name = basename(path);
      const { located, problems: found } = readYaml({ name, text: files[name] ?? '' }, schema);
      problems.push(...found);
      return located;
    },
    names: () => [],
    folders: () => [],
    has: (path) => Object.hasOwn(files, basename(path)),
    isThere: () => true,
    report: (problem) => {
      problems.push(problem);
    },
    problems: () => problems,
  };
  loadCampaign(folder, id, outletIds);
  return problems;
}

/** Keeps a draft as `drafts/<id>` in the data folder, in place of an earlier one. Answers the folder. */
export function keepDraft(dataFolder: string, id: string, files: DraftFiles): string {
  const folder = join(dataFolder, 'drafts', id);
  // Beside it first: a draft is replaced whole or not at all. No id begins with a dot.
  const [unfinished, earlier] = [
    join(dataFolder, 'drafts', `.${id}.new`),
    join(dataFolder, 'drafts', `.${id}.old`),
  ];
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(unfinished, name), text);
    rmSync(earlier, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, earlier);
    renameSync(unfinished, folder);
    rmSync(earlier, { recursive: true, force: true });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Problem('file', `${folder} cannot be written: ${reason}`, { cause: error });
  }
  return folder.replaceAll('\\', '/');
}
