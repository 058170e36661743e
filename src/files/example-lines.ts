import { basename } from 'node:path';
import { z } from 'zod';
import { openFolder } from './folder.ts';
import type { Located } from './yaml.ts';

const LANGUAGES = ['zh', 'en'] as const;
const sentences = z.array(z.string().trim());
const lists = z.object({ zh: sentences.default([]), en: sentences.default([]) });
const schema = lists.extend({ topics: z.array(lists).default([]) });

/** An example by its words, and the name of the file that holds it. */
export type NamedExample = { readonly intent: string; readonly text: string };

/** Where it stands; the line is null where it is not found any more. */
export type ExampleLine = { readonly file: string; readonly line: number | null };

/**
 * Says where examples stand. Files are read again only when one of their lines is asked for: what is learnt carries no
 * lines.
 */
export function exampleLines(root: string): (example: NamedExample) => ExampleLine {
  const folder = openFolder(root);
  const files = new Map<string, Located<z.infer<typeof schema>> | null>();
  return ({ intent, text }) => {
    const path = `examples/${intent}.yaml`;
    const located = files.get(intent) ?? folder.read(path, schema);
    files.set(intent, located);
    const place = located === null ? null : placeIn(located.value, text);
    if (located === null || place === null)
      return { file: `${basename(root)}/${path}`, line: null };
    const { file, line } = located.problemAt(place, '');
    return { file, line };
  };
}

/** The path to a sentence, in the lists of its languages or under what it is about. */
function placeIn(file: z.infer<typeof schema>, text: string): readonly (string | number)[] | null {
  const groups = [
    { group: file, above: [] },
    ...file.topics.map((group, place) => ({ group, above: ['topics', place] })),
  ];
  const places = groups.flatMap(({ group, above }) =>
    LANGUAGES.map((language) => [...above, language, group[language].indexOf(text)]),
  );
  return places.find((path) => path.at(-1) !== -1) ?? null;
}
