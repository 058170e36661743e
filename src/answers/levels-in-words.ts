import type { Language } from '../bilingual.ts';
import type { Cell } from '../policy/campaigns.ts';
import { LEVELS, type Level } from '../policy/policy.ts';
import type { Section } from './answer.ts';

const HEADINGS: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  main: { zh: '√ 主推', en: '√ Lead with' },
  optional: { zh: '★ 可选（适合时推荐）', en: '★ Optional, where it fits' },
  secondary: { zh: 'O 非主推（不主动推，但不是禁止）', en: 'O Do not lead with (not a ban)' },
};

const NAMES: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  main: { zh: '主推', en: 'main' },
  optional: { zh: '可选', en: 'optional' },
  secondary: { zh: '非主推', en: 'secondary' },
};

/** A level as a word in a sentence. */
export function levelName(level: Level, language: Language): string {
  return NAMES[level][language];
}

export function levelSections(
  cells: readonly Cell[],
  nameOf: (cell: Cell) => string,
  language: Language,
): readonly Section[] {
  return LEVELS.flatMap((level) => {
    const names = namesAt(level, cells, nameOf);
    return names.length === 0 ? [] : [{ heading: HEADINGS[level][language], lines: names }];
  });
}

export function levelLines(
  cells: readonly Cell[],
  nameOf: (cell: Cell) => string,
  language: Language,
): readonly string[] {
  return LEVELS.flatMap((level) => {
    const names = namesAt(level, cells, nameOf);
    const colon = language === 'zh' ? '：' : ': ';
    return names.length === 0
      ? []
      : [HEADINGS[level][language] + colon + names.join(language === 'zh' ? '、' : '; ')];
  });
}

function namesAt(
  level: Level,
  cells: readonly Cell[],
  nameOf: (cell: Cell) => string,
): readonly string[] {
  return [...new Set(cells.filter((cell) => cell.level === level).map(nameOf))];
}

export type Group = { readonly keys: readonly string[]; readonly cells: readonly Cell[] };

/** The cells by key, keys whose cells say the same put together. */
export function grouped(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string,
  contentOf: (cell: Cell) => string,
): readonly Group[] {
  const byKey = Map.groupBy(cells, keyOf);
  const byContent = Map.groupBy(byKey.keys(), (key) =>
    (byKey.get(key) ?? []).map(contentOf).join(),
  );
  return [...byContent.values()].map((keys) => ({
    keys,
    cells: byKey.get(keys[0] ?? '') ?? [],
  }));
}
