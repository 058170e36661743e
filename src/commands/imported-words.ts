import type { Bilingual, Language } from '../bilingual.ts';
import type { Imported } from './policy.ts';

/** What was imported, as machines read it: a doubt has its English in `message` and its Chinese in `zh`. */
export function importedLine(imported: Imported): string {
  const doubtful = imported.doubtful.map(({ message, ...cell }) => ({
    ...cell,
    message: message.en,
    zh: message.zh,
  }));
  return JSON.stringify({ ...imported, doubtful });
}

/** The same for people: a line for each doubtful cell, then what became of it all. */
export function sayImported(
  imported: Imported,
  isDryRun: boolean,
  language: Language,
): readonly string[] {
  const cells = imported.doubtful.map(({ sheet, cell, value, message }) =>
    language === 'zh'
      ? `${sheet}!${cell}${value === '' ? '' : `“${value}”`}：${message.zh}`
      : `${sheet}!${cell}${value === '' ? '' : ` "${value}"`}: ${message.en}`,
  );
  return [...cells, verdict(imported, isDryRun)[language]];
}

function verdict({ draft, doubtful }: Imported, isDryRun: boolean): Bilingual {
  const { zh, en } = whereabouts(draft, isDryRun);
  const count = doubtful.length;
  if (count === 0) return { zh: `${zh}没有存疑的单元格。`, en: `${en} No cell is in doubt.` };
  return {
    zh: `${zh}有 ${count} 处存疑：请改好表格再导入。`,
    en: `${en} ${count === 1 ? '1 cell is' : `${count} cells are`} in doubt: mend the sheet and import it again.`,
  };
}

function whereabouts(draft: string | null, isDryRun: boolean): Bilingual {
  if (draft !== null)
    return {
      zh: `草稿在 ${draft}，还没有对外使用。`,
      en: `The draft is ${draft}; nothing of it is served.`,
    };
  return isDryRun
    ? { zh: '这次只检查，没有写入。', en: 'A dry run: nothing was written.' }
    : {
        zh: '没有写入：草稿要有活动编号。',
        en: 'Nothing was written: a draft needs an id.',
      };
}
