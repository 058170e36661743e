import { beforeAll, describe, expect, test } from 'vitest';
import { type DeskFiles, loadFiles } from '../../../src/desk.ts';
import { classifierOf } from '../../../src/language/classify.ts';
import { createFinderOfNames, createPlainer } from '../../../src/language/find.ts';
import { learn, learnMending, lookWords, maskedSentences } from '../../../src/language/learn.ts';
import { mask } from '../../../src/language/mask.ts';
import { createMender, type Mending } from '../../../src/language/mend.ts';
import { namesIn, type PolicyNames } from '../../../src/language/names.ts';
import { FOLDERS, TODAY } from '../../world.ts';

let lexicon: DeskFiles['lexicon'];
let names: PolicyNames;
let mending: Mending;
beforeAll(async () => {
  const loaded = await loadFiles(FOLDERS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { examples, followUps, ...words } = loaded.files.lexicon;
  lexicon = {
    ...words,
    examples: examples.filter((_, at) => at % 20 === 0),
    followUps: followUps.slice(0, 20),
  };
  names = namesIn(loaded.files.policy);
  mending = await learnMending(lexicon);
});

function withExample(text: string): DeskFiles['lexicon'] {
  const added = { intent: 'help', language: 'en', text, topics: [] } as const;
  return { ...lexicon, examples: [...lexicon.examples, added] };
}

describe('what examples look like', () => {
  test('is found out for those alone that are not known', () => {
    const { looks } = maskedSentences(lexicon, names, { mending });
    const known = new Map(
      Array.from(looks(), ([text, look]) => [text, { ...look, marks: ['known'] }]),
    );
    const added = 'what is on at a township partner hall';
    const { examples } = maskedSentences(withExample(added), names, { mending, known });
    expect(examples.at(-1)?.marks).toContain('outlet');
    for (const { marks } of examples.slice(0, -1)) expect(marks).toEqual(['known']);
  });

  test('is known by the mended sentence: where it is mended otherwise, it is looked at again', () => {
    const slip = withExample('what is on at a townhsip partner hall');
    const looks = maskedSentences(slip, names, { mending }).looks();
    expect(looks.has('what is on at a township partner hall')).toBe(true);
    expect([...looks.keys()].filter((text) => text.includes('townhsip'))).toEqual([]);
  });

  test('is forgotten with the example', () => {
    const looks = maskedSentences(withExample('a moment ago'), names, { mending }).looks();
    const after = maskedSentences(lexicon, names, { mending, known: looks }).looks();
    expect([looks.has('a moment ago'), after.has('a moment ago')]).toEqual([true, false]);
  });
});

test('a line that is taught is read as taught, whatever slips are in it', async () => {
  const text = 'wot kan u do 4 me in teh hall plse';
  const taught = withExample(text);
  const learnt = await learn(taught, names);
  const look = createFinderOfNames(lookWords(taught), names);
  const plain = createPlainer(createMender(learnt.mending));
  const { best, margin } = classifierOf(learnt.model)(mask(look(plain(text), TODAY)));
  expect(best).toBe('help');
  expect(margin).toBeGreaterThan(0.2);
});
