import { z } from 'zod';
import type { Checklist } from '../checklists/checklist.ts';
import type { BranchRules, Outcome } from '../complaints/case.ts';
import type { FolderReader } from './folder.ts';
import { both, id } from './policy-schemas.ts';

const OUTCOMES = 'complaints/outcomes.yaml';
const BRANCH = 'complaints/branch.yaml';

const outcomesSchema: z.ZodType<readonly Outcome[]> = z
  .strictObject({
    outcomes: z
      .array(
        z.strictObject({
          id,
          name: both,
          needs: z
            .strictObject({
              steps: z.boolean().default(true),
              told: z.boolean().default(true),
              accepted: z.boolean().default(true),
              note: z.boolean().default(false),
            })
            .prefault({}),
          only: z.literal('managers', '"managers", or left out where all may').optional(),
        }),
      )
      .min(1),
  })
  .transform(({ outcomes }) =>
    outcomes.map(({ needs, only, ...outcome }) => ({
      ...outcome,
      needsSteps: needs.steps,
      needsTold: needs.told,
      maySilence: !needs.accepted,
      needsNote: needs.note,
      byManagers: only === 'managers',
    })),
  );

const workingDays = z.int('whole working days').min(1, 'at least 1 working day').max(60);
const branchSchema: z.ZodType<BranchRules> = z
  .strictObject({
    document: both,
    answerWithin: z.strictObject({
      workingDays,
      perChecklist: z.record(id, workingDays).default({}),
      assumed: both.optional(),
    }),
  })
  .transform(({ document, answerWithin: { assumed, ...within } }) => ({
    ...within,
    assumed: assumed ?? null,
    document,
  }));

/** How cases may end, and within what time the branch wants to have answered. */
export function loadCaseRules(
  folder: FolderReader,
  checklists: readonly Checklist[],
): { readonly outcomes: readonly Outcome[]; readonly branchRules: BranchRules | null } {
  const outcomes = folder.read(OUTCOMES, outcomesSchema);
  outcomes?.value.forEach((one, index) => {
    if (outcomes.value.findIndex((other) => other.id === one.id) !== index)
      folder.report(outcomes.problemAt(['outcomes', index], `"${one.id}" stands twice`));
  });
  const branch = folder.read(BRANCH, branchSchema);
  for (const of of Object.keys(branch?.value.perChecklist ?? {}))
    if (branch !== null && !checklists.some((checklist) => checklist.id === of))
      folder.report(
        branch.problemAt(['answerWithin', 'perChecklist', of], `there is no checklist "${of}"`),
      );
  return { outcomes: outcomes?.value ?? [], branchRules: branch?.value ?? null };
}
