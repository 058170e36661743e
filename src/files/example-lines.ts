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
    if (located !== null) {
      const groups = [
        { group: located.value, path: [] },
        ...located.value.topics.map((group, place) => ({ group, path: ['topics', place] })),
      ];
      for (const { group, path: above } of groups) {
        for (const language of LANGUAGES) {
          const at = group[language].indexOf(text);
          if (at < 0) continue;
          const { file, line } = located.problemAt([...above, language, at], '');
          return { file, line };
        }
      }
    }
    return { file: `${basename(root)}/${path}`, line: null };
  };
}
