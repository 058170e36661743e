import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Problem } from '../problem.ts';
import { DRAFT_PAPER } from './draft-paper.ts';

/** Where the files of a policy set lie that somebody names: among the drafts, else among the campaigns. */
export function placeOf(dataFolder: string, name: string): 'drafts' | 'campaigns' {
  // A name goes into a path: nothing else than a folder of that name is meant.
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.v[1-9]\d*)?$/.test(name))
    throw new Problem(
      'usage',
      `"${name}" is no name of a policy set, such as 2016-q3 or 2016-q3.v2`,
    );
  const place = (['drafts', 'campaigns'] as const).find((one) =>
    existsSync(join(dataFolder, one, name)),
  );
  if (place === undefined) throw new Problem('data', `there is no draft and no campaign "${name}"`);
  return place;
}

/**
 * Works on a copy of the data folder, and takes the copy away afterwards: what would be is checked before anything is.
 * Drafts are no part of it, but the one that is named is a campaign there; null names none.
 */
export async function withCandidate<T>(
  dataFolder: string,
  draft: string | null,
  work: (candidateFolder: string) => Promise<T>,
): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'desk-policy-'));
  const candidate = join(place, basename(dataFolder));
  try {
    cpSync(dataFolder, candidate, {
      recursive: true,
      filter: (source) => source !== join(dataFolder, 'drafts'),
    });
    if (draft !== null && placeOf(dataFolder, draft) === 'drafts')
      copyDraft(dataFolder, draft, join(candidate, 'campaigns', draft));
    return await work(candidate);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Makes a draft a campaign, whole or not at all. The draft itself stays until `dropDraft`. */
export function moveDraft(dataFolder: string, name: string): void {
  // Beside it first; no name of a draft begins with a dot.
  const staged = join(dataFolder, 'drafts', `.${name}.approved`);
  const campaign = join(dataFolder, 'campaigns', name);
  try {
    copyDraft(dataFolder, name, staged);
    // An earlier try may have been cut off between this and the line of the register: it was never in force.
    rmSync(campaign, { recursive: true, force: true });
    renameSync(staged, campaign);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${campaign} cannot be written: ${reason}`, { cause: error });
  }
}

/** The drafts by their names, in order; none where nothing was ever imported. */
export function draftsIn(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'drafts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

export function dropDraft(dataFolder: string, name: string): void {
  rmSync(join(dataFolder, 'drafts', name), { recursive: true, force: true });
}

function copyDraft(dataFolder: string, name: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  cpSync(join(dataFolder, 'drafts', name), target, { recursive: true });
  rmSync(join(target, DRAFT_PAPER), { force: true });
}
