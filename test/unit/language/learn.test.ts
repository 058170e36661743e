import { beforeAll, describe, expect, test } from 'vitest';
import { type DeskFiles, loadFiles } from '../../../src/desk.ts';
import { type Looks, learnFromLooks, looksOf } from '../../../src/language/learn.ts';
import { namesIn, type PolicyNames } from '../../../src/language/names.ts';
import { FOLDERS } from '../../world.ts';

let lexicon: DeskFiles['lexicon'];
let names: PolicyNames;
beforeAll(async () => {
  const loaded = await loadFiles(FOLDERS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { examples, followUps, ...words } = loaded.files.lexicon;
  lexicon = {
    ...words,
    examples: examples.filter((_, at) => at % 50 === 0),
    followUps: followUps.slice(0, 20),
  };
  names = namesIn(loaded.files.policy);
});

function withExample(text: string): DeskFiles['lexicon'] {
  const added = { intent: 'help', language: 'en', text, topics: [] } as const;
  return { ...lexicon, examples: [...lexicon.examples, added] };
}

describe('what examples look like', () => {
  test('hangs on no other example: one more changes the look of none', () => {
    const looks = looksOf(lexicon, names);
    const more = looksOf(withExample('zi you ting houshold comission'), names);
    expect(more.size).toBe(looks.size + 1);
    for (const [text, look] of looks) expect(more.get(text)).toEqual(look);
  });

  test('is found out for those alone that are not known', () => {
    const known: Looks = new Map(
      Array.from(looksOf(lexicon, names), ([text, look]) => [text, { ...look, marks: ['known'] }]),
    );
    const added = 'what is on at a township partner hall';
    const looks = looksOf(withExample(added), names, known);
    expect(looks.get(added)?.marks).toContain('outlet');
    for (const [text, look] of known) expect(looks.get(text)).toBe(look);
  });

  test('is forgotten with the example', () => {
    const looks = looksOf(lexicon, names, looksOf(withExample('a moment ago'), names));
    expect(looks.has('a moment ago')).toBe(false);
  });

  test('is needed of every example', () => {
    expect(() => learnFromLooks(withExample('never seen'), looksOf(lexicon, names))).toThrow(
      '"never seen" was not looked at',
    );
  });
});
