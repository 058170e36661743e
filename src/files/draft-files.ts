import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, isMap, isScalar, visit } from 'yaml';
import type { Bilingual } from '../bilingual.ts';
import { yuanOf } from '../policy/money.ts';
import { type MonthlyReturn, type PayoutPlan, REVIEW_EVERY_DAYS } from '../policy/policy.ts';
import { type DataProblem, Problem } from '../problem.ts';
import type { DraftCampaign } from '../sheets/draft.ts';
import { DRAFT_PAPER, type DraftPaper } from './draft-paper.ts';
import type { FolderReader } from './folder.ts';
import { loadSet } from './policy-files.ts';
import { readYaml } from './yaml.ts';

/** The files of a draft by their names. The first three are those of a campaign. */
export type DraftFiles = Readonly<Record<string, string>>;

/** A draft in the form of a campaign's files, and with them its paper. */
export function draftFiles(
  campaign: DraftCampaign,
  { file, preparedBy, preparedOn, reason, from: since, doubtful }: DraftPaper,
): DraftFiles {
  const { id, version, name, purpose, days, beside, reviewEveryDays, source } = campaign;
  const { businesses, offers, levels, plans } = campaign;
  const { document, clause } = source;
  return {
    'campaign.yaml': yamlOf({
      id,
      version,
      name,
      purpose,
      ...(days === null ? {} : { starts: days.from, ends: days.to }),
      ...(beside.length === 0 ? {} : { beside }),
      ...(reviewEveryDays === REVIEW_EVERY_DAYS ? {} : { reviewEveryDays }),
      document,
      clause,
      businesses,
      offers: offers.map(({ source: of, onlyFor, ...offer }) => ({
        ...offer,
        ...(onlyFor === null ? {} : { onlyFor }),
        clause: of.clause,
      })),
    }),
    'levels.yaml': yamlOf({
      document: levels[0]?.source.document ?? document,
      levels: levels.map(({ offer, source: of, at }) => ({ offer, clause: of.clause, at })),
    }),
    'payouts.yaml': yamlOf({
      document: plans[0]?.source.document ?? document,
      plans: plans.map(planRow),
    }),
    [DRAFT_PAPER]: yamlOf(
      { file, preparedBy, preparedOn, reason, from: since, doubtful },
      ' While anything stands under "doubtful", the draft cannot be approved: mend the sheet, import it again.',
    ),
  };
}

/** A plan as it is written in a file, in yuan. */
export function planRow(plan: PayoutPlan): unknown {
  const { gift } = plan;
  return {
    offer: plan.offer,
    clause: plan.source.clause,
    deposit: plan.depositYuan,
    firstCredit: yuanOf(plan.firstCreditFen),
    depositReturn: returnRow(plan.depositReturn),
    gift:
      gift.kind === 'pack'
        ? { pack: yuanOf(gift.worthFen), name: gift.name }
        : {
            total: yuanOf(gift.totalFen),
            atOnce: yuanOf(gift.atOnceFen),
            ...returnRow(gift.monthly),
          },
    commission: yuanOf(plan.commissionFen),
  };
}

function returnRow({ monthlyFen, lastFen, months, startsAfterMonths, assumed }: MonthlyReturn) {
  const last = lastFen === monthlyFen ? {} : { last: yuanOf(lastFen) };
  const row = { monthly: yuanOf(monthlyFen), months, ...last, startsAfterMonths };
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
  folderName: string,
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
  loadSet(folder, folderName, outletIds);
  return problems;
}

/** Keeps a draft under its name in `drafts` of the data folder, in place of an earlier one. Answers the folder. */
export function keepDraft(dataFolder: string, name: string, files: DraftFiles): string {
  const folder = join(dataFolder, 'drafts', name);
  // Beside it first: a draft is replaced whole or not at all. No id begins with a dot.
  const [unfinished, earlier] = [
    join(dataFolder, 'drafts', `.${name}.new`),
    join(dataFolder, 'drafts', `.${name}.old`),
  ];
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(unfinished, file), text);
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
