import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Imported, PolicyPorts } from './commands/policy.ts';
import { type Folders, filesOf } from './desk.ts';
import { folderOf } from './files/set-folder.ts';
import { Problem } from './problem.ts';
import type { Known } from './sheets/draft.ts';
import { LIMITS } from './sheets/limits.ts';

/** What the person who keeps the policy does with sheets: a template, and a sheet into a draft. */
export function policyDesk(folders: Folders): PolicyPorts {
  return {
    async template({ out, from }) {
      const { policy, sets } = await filesOf(folders);
      const campaign = from === null ? null : sets.findLast(({ id }) => id === from);
      if (campaign === undefined)
        throw new Problem(
          'data',
          `there is no campaign "${from}"; there are ${[...new Set(sets.map(({ id }) => id))].join(', ')}`,
        );
      const { templateOf } = await import('./sheets/template.ts');
      const path = out ?? (from === null ? 'policy-template.xlsx' : `policy-${from}.xlsx`);
      writeNew(path, templateOf(policy.outlets, campaign));
      return path;
    },
    async load(path, { id, version, isDryRun }) {
      const file = { name: basename(path), bytes: bytesOf(path) };
      const known = await knownBefore(folders);
      const { readDraft } = await import('./sheets/read-draft.ts');
      const draft = readDraft(file, known, { id, version });
      const { offers, plans, cells, campaign } = draft;
      if (campaign === null)
        return { draft: null, campaign: null, offers, plans, cells, doubtful: draft.doubts };
      const { draftFiles, draftProblems, keepDraft } = await import('./files/draft-files.ts');
      const filesWith = (doubts: Imported['doubtful']) =>
        draftFiles(campaign, { file: file.name, doubts });
      // A sheet without a doubt must be a campaign: what the checks of one still find is a doubt as well.
      const left =
        draft.doubts.length > 0
          ? []
          : draftProblems(
              filesWith([]),
              folderOf(campaign.id, campaign.version),
              known.outlets.map((outlet) => outlet.id),
            );
      const doubtful = [
        ...draft.doubts,
        ...left.map(({ file: sheet, path: place, message }) => ({
          sheet,
          cell: place,
          value: '',
          message,
        })),
      ];
      return {
        draft: isDryRun
          ? null
          : keepDraft(folders.data, folderOf(campaign.id, campaign.version), filesWith(doubtful)),
        campaign: campaign.id,
        offers,
        plans,
        cells,
        doubtful,
      };
    },
  };
}

async function knownBefore(folders: Folders): Promise<Known> {
  const { policy, sets, lexicon } = await filesOf(folders);
  return {
    outlets: policy.outlets,
    outletWords: lexicon.words.outlets,
    campaigns: sets,
  };
}

function bytesOf(path: string): Buffer {
  try {
    // Looked at before it is read: a file of gigabytes is not taken into memory to be refused.
    if (statSync(path).size > LIMITS.fileBytes)
      throw new Problem(
        'file',
        `the file is larger than ${LIMITS.fileBytes / 1_000_000} MB: this is no sheet of policy`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('file', `cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** A sheet that somebody filled in is never overwritten. */
function writeNew(path: string, bytes: Buffer): void {
  if (existsSync(path))
    throw new Problem('file', `${path} is there already: name another with --out`);
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    throw new Problem('file', `${path} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'no permission';
  return error instanceof Error ? error.message : String(error);
}
