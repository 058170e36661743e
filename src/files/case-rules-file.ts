import { z } from 'zod';
import type { WatchRules } from '../case-watch/watch-rules.ts';
import type { Checklist } from '../checklists/checklist.ts';
import type { BranchRules, Outcome } from '../complaints/case.ts';
import { isChannelId } from '../deliveries/delivery.ts';
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

const HOUR = /^([01]\d|2[0-4]):([0-5]\d)$/;
const minuteOfDay = z
  .string()
  .regex(HOUR, 'a time such as "09:00"')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const channel = z
  .string()
  .refine((text) => isChannelId(text) && !text.startsWith('D'), 'no channel id such as C012AB3CD');
const watchSchema: z.ZodType<WatchRules> = z
  .strictObject({
    from: minuteOfDay.prefault('09:00'),
    to: minuteOfDay.prefault('18:00'),
    cluster: z
      .strictObject({
        cases: z.int('a whole number of cases').min(2, 'at least 2 cases').max(1_000).default(3),
        days: z.int('whole days').min(1).max(366).default(30),
      })
      .prefault({}),
    managersChannel: channel.nullable().default(null),
  })
  .refine(({ from, to }) => !(from >= to || to > 24 * 60), 'the hours end after they begin')
  .transform(({ from, to, ...rest }) => ({ hours: { from, to }, ...rest }));

type Branch = { readonly rules: BranchRules; readonly watch: WatchRules };

const branchSchema: z.ZodType<Branch> = z
  .strictObject({
    document: both,
    answerWithin: z.strictObject({
      workingDays,
      perChecklist: z.record(id, workingDays).default({}),
      assumed: both.optional(),
    }),
    unasked: watchSchema.prefault({}),
  })
  .transform(({ document, answerWithin: { assumed, ...within }, unasked }) => ({
    rules: { ...within, assumed: assumed ?? null, document },
    watch: unasked,
  }));

/** How cases may end, within what time the branch wants to have answered, and what is said of cases unasked. */
export function loadCaseRules(
  folder: FolderReader,
  checklists: readonly Checklist[],
): {
  readonly outcomes: readonly Outcome[];
  readonly branchRules: BranchRules | null;
  readonly watchRules: WatchRules | null;
} {
  const outcomes = folder.read(OUTCOMES, outcomesSchema);
  outcomes?.value.forEach((one, index) => {
    if (outcomes.value.findIndex((other) => other.id === one.id) !== index)
      folder.report(outcomes.problemAt(['outcomes', index], `"${one.id}" stands twice`));
  });
  const branch = folder.read(BRANCH, branchSchema);
  for (const of of Object.keys(branch?.value.rules.perChecklist ?? {}))
    if (branch !== null && !checklists.some((checklist) => checklist.id === of))
      folder.report(
        branch.problemAt(['answerWithin', 'perChecklist', of], `there is no checklist "${of}"`),
      );
  return {
    outcomes: outcomes?.value ?? [],
    branchRules: branch?.value.rules ?? null,
    watchRules: branch?.value.watch ?? null,
  };
}
