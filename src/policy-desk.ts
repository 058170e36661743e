import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bilingual } from './bilingual.ts';
import type { Imported, PolicyPorts, Wanted } from './commands/policy.ts';
import { type Folders, filesOf } from './desk.ts';
import { folderOf } from './files/set-folder.ts';
import { type DataProblem, Problem } from './problem.ts';
import type { Doubt, Known } from './sheets/draft.ts';
import { checkSize } from './sheets/limits.ts';
import type { SheetFile } from './sheets/workbook.ts';

/** What the person who keeps the policy does with sheets: a template, and a sheet into a draft. */
export function policyDesk(folders: Folders): Pick<PolicyPorts, 'template' | 'load'> {
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
    async load(path, wanted) {
      return importSheet(folders, { name: basename(path), bytes: bytesOf(path) }, wanted);
    },
  };
}

/** A sheet into a draft. Throws a Problem `file` where it cannot be read. */
export async function importSheet(
  folders: Folders,
  file: SheetFile,
  { id, version, isDryRun, by, today }: Wanted,
): Promise<Imported> {
  const known = await knownBefore(folders);
  const { readDraft } = await import('./sheets/read-draft.ts');
  const { offers, plans, cells, campaign, doubts, reason, from } = readDraft(file, known, {
    id,
    version,
  });
  const counts = { offers, plans, cells };
  if (campaign === null) return { draft: null, campaign: null, ...counts, doubtful: doubts };
  const { draftFiles, draftProblems, keepDraft } = await import('./files/draft-files.ts');
  const name = folderOf(campaign.id, campaign.version);
  const paper = { file: file.name, preparedBy: by, preparedOn: today, reason, from };
  const { panelOfDraft } = await import('./files/panel-of-draft.ts');
  const panel = panelOfDraft(folders.data, campaign);
  const filesWith = (doubtful: readonly Doubt[]) => ({
    ...draftFiles(campaign, { ...paper, doubtful }),
    ...panel,
  });
  // A sheet without a doubt must be a campaign: what the checks of one still find is a doubt as well.
  const left =
    doubts.length > 0
      ? []
      : draftProblems(
          filesWith([]),
          name,
          known.outlets.map((outlet) => outlet.id),
        );
  const doubtful = [...doubts, ...left.map(doubtOf)];
  return {
    draft: isDryRun ? null : keepDraft(folders.data, name, filesWith(doubtful)),
    campaign: campaign.id,
    ...counts,
    doubtful,
  };
}

/** What the checks of a campaign find stands in a file that was made from the sheet, and is English: they name the place. */
function doubtOf({ file, path, message }: DataProblem): Doubt {
  if (file === 'panel.yaml') {
    // A person wrote it, and the sheet may have changed what it rests on.
    const zh = `${file} 里 ${path} 没有通过检查（${message}）：请改这个文件，或改表格里的返还方案`;
    return { sheet: file, cell: path, value: '', message: { zh, en: message } };
  }
  const zh = `由表格生成的 ${file} 里，${path === '' ? '内容' : path} 没有通过检查（${message}）：请改表格里对应的内容，或请维护人员看一下`;
  return { sheet: file, cell: path, value: '', message: { zh, en: message } };
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
    checkSize(statSync(path).size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { zh, en } = reasonOf(error);
    throw new Problem('file', `cannot be read: ${en}`, { zh: `文件读不了：${zh}`, cause: error });
  }
}

/** A sheet that somebody filled in is never overwritten. */
function writeNew(path: string, bytes: Buffer): void {
  if (existsSync(path))
    throw new Problem('file', `${path} is there already: name another with --out`, {
      zh: `${path} 已经有了：请用 --out 换一个文件名`,
    });
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw new Problem('file', `${path} cannot be written: ${en}`, {
      zh: `${path} 写不了：${zh}`,
      cause: error,
    });
  }
}

function reasonOf(error: unknown): Bilingual {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { zh: '没有这个文件', en: 'it does not exist' };
  if (code === 'EISDIR') return { zh: '这是一个文件夹', en: 'it is a folder' };
  if (code === 'EACCES') return { zh: '没有权限', en: 'no permission' };
  const reason = error instanceof Error ? error.message : String(error);
  return { zh: reason, en: reason };
}
