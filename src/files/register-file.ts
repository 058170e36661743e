import { z } from 'zod';
import type { Decision, PolicySet, Register, Reviewed } from '../policy/policy.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FolderReader } from './folder.ts';
import { day } from './policy-schemas.ts';

export const REGISTER_FILE = 'register.yaml';

const text = z.string().trim().min(1, 'this text is empty').max(300);
const version = z.int().min(1);

const decision: z.ZodType<Decision> = z
  .strictObject({
    set: z.string(),
    version: version.nullable(),
    from: day,
    by: text.optional(),
    on: day.optional(),
    reason: text.optional(),
    files: z.string().optional(),
  })
  .refine(({ by, on }) => (by === undefined) === (on === undefined), '"by" and "on" go together')
  .transform(({ by, on, reason = null, files = null, ...rest }) => ({
    ...rest,
    decided: by === undefined || on === undefined ? null : { by, on },
    reason,
    fingerprint: files,
  }));

const reviewed: z.ZodType<Reviewed> = z.strictObject({
  set: z.string(),
  version,
  by: text,
  on: day,
});

export const registerSchema: z.ZodType<Register> = z.strictObject({
  decisions: z.array(decision),
  reviews: z.array(reviewed).default([]),
});

/**
 * The register of what was decided about policy sets; null where it cannot be read. Each line must be about a set that
 * is there and is today what it was when it was decided. `sets` null: some could not be read, and nothing is said of them.
 */
export function loadRegister(
  folder: FolderReader,
  root: string,
  sets: readonly PolicySet[] | null,
): Register | null {
  const located = folder.read(REGISTER_FILE, registerSchema);
  if (located === null) return null;
  const { decisions, reviews } = located.value;
  if (sets === null) return located.value;
  decisions.forEach((one, index) => {
    for (const message of faultsOf(one, decisions.slice(0, index), { root, sets }))
      folder.report(located.problemAt(['decisions', index], message));
  });
  reviews.forEach((one, index) => {
    if (sets.some((set) => set.id === one.set && set.version === one.version)) return;
    const message = `there is no version ${one.version} of campaign "${one.set}"`;
    folder.report(located.problemAt(['reviews', index], message));
  });
  return located.value;
}

function faultsOf(
  { set: id, version: number, from, reason, fingerprint, decided }: Decision,
  before: readonly Decision[],
  { root, sets }: { readonly root: string; readonly sets: readonly PolicySet[] },
): readonly string[] {
  const versions = sets.filter((one) => one.id === id);
  if (versions.length === 0) return [`there is no campaign "${id}"`];
  const earlier = before.filter((one) => one.set === id);
  const faults =
    earlier.length > 0 && reason === null
      ? ['it takes the place of an earlier decision: say why in "reason"']
      : [];
  const last = before.findLast((one) => one.decided !== null)?.decided;
  if (last != null && decided !== null && decided.on < last.on)
    faults.push(
      `decided on ${decided.on}, before the line above it (${last.on}): lines are only added`,
    );
  if (number === null) return faults;
  const set = versions.find((one) => one.version === number);
  if (set === undefined) return [...faults, `campaign "${id}" has no version ${number}`];
  if (from > set.days.to) faults.push(`version ${number} ends on ${set.days.to}, before ${from}`);
  if (fingerprint !== null && fingerprint !== fingerprintOf(root, set))
    faults.push(
      `the files of "${id}" version ${number} are not those that were approved: take the change back, and make it a new version`,
    );
  return faults;
}
