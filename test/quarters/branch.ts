import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Folders } from '../../src/desk.ts';
import { sentenceKey } from '../../src/files/intent-files.ts';
import { normalise } from '../../src/language/normalise.ts';
import { wordFinder } from '../../src/language/words.ts';
import { FOLDERS, ROOT } from '../world.ts';

const HERE = join(ROOT, 'test/quarters');

type Entry = {
  readonly ids: readonly string[];
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
};
type Examples = { readonly zh: readonly string[]; readonly en: readonly string[] };
type Language = keyof Examples;

/**
 * The folders of the invented branch, put together in an empty folder: its outlets, campaigns and words. Complaints,
 * coaching and examples belong to no quarter and are the real ones, but the examples speak of the things of the branch.
 */
export function inventedBranch(place: string): Folders {
  const folders = { data: join(place, 'data'), intents: join(place, 'intents') };
  cpSync(FOLDERS.data, folders.data, { recursive: true });
  cpSync(FOLDERS.intents, folders.intents, { recursive: true });
  rmSync(join(folders.data, 'campaigns'), { recursive: true });
  cpSync(join(HERE, 'data'), folders.data, { recursive: true });
  cpSync(join(HERE, 'words'), join(folders.intents, 'words'), { recursive: true });
  const renamed = renamer();
  const seen = new Set<string>();
  const examples = readdirSync(join(folders.intents, 'examples')).map((name) => `examples/${name}`);
  for (const name of ['follow-ups.yaml', ...examples]) {
    const file = join(folders.intents, name);
    const content: Examples = parse(readFileSync(file, 'utf8'));
    const inWords = (language: Language): readonly string[] =>
      content[language]
        .map((sentence) => renamed(sentence, language))
        // Sentences that differed in the name of an outlet alone are one now.
        .filter((sentence) => !seen.has(sentenceKey(sentence)) && seen.add(sentenceKey(sentence)));
    writeFileSync(file, stringify({ ...content, zh: inWords('zh'), en: inWords('en') }));
  }
  return folders;
}

/** Puts names of the invented branch in the place of those of the first quarter, kind by kind, as its owner would. */
function renamer(): (sentence: string, language: Language) => string {
  const renamers = (['offers', 'outlets'] as const).map((kind) => {
    const theirs = wordsIn(join(HERE, 'words'), kind);
    const ours = wordsIn(join(FOLDERS.intents, 'words'), kind);
    const find = wordFinder(
      ours.map(({ zh = [], en = [] }, index) => ({ ids: [String(index)], words: [...zh, ...en] })),
    );
    return (sentence: string, language: Language): string =>
      find(sentence).reduceRight((rest, { ids, from, to }) => {
        const index = Number(ids[0]);
        // A word for several things becomes a word for several things.
        const isForSeveral = (entry: Entry | undefined): boolean => (entry?.ids.length ?? 1) > 1;
        const alike = theirs.filter((one) => isForSeveral(one) === isForSeveral(ours[index]));
        const name = alike[index % alike.length]?.[language]?.[0] ?? '';
        return rest.slice(0, from) + name + rest.slice(to);
      }, sentence);
  });
  return (sentence, language) =>
    renamers.reduce((rest, rename) => rename(rest, language), normalise(sentence).plain);
}

function wordsIn(folder: string, kind: 'offers' | 'outlets'): readonly Entry[] {
  const content: { readonly words: readonly Entry[] } = parse(
    readFileSync(join(folder, `${kind}.yaml`), 'utf8'),
  );
  return content.words;
}
