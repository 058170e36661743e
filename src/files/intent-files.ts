import {
  type Example,
  type IntentEntry,
  type Lexicon,
  WORD_KINDS,
  type WordKind,
} from '../language/lexicon.ts';
import { normalise } from '../language/normalise.ts';
import { INTENTS, type Intent } from '../language/reading.ts';
import type { WordEntry } from '../language/words.ts';
import type { DataProblem } from '../problem.ts';
import { type FolderReader, openFolder } from './folder.ts';
import {
  describedSchema,
  examplesSchema,
  followUpsSchema,
  meaningsSchema,
  registerSchema,
  shorthandSchema,
  wordsSchema,
} from './lexicon-schemas.ts';
import type { Loaded, PolicyFiles } from './policy-files.ts';
import type { Located } from './yaml.ts';

/**
 * Reads the whole intents folder, or says everything that is wrong with it. Words name ids of the policy; where the
 * policy itself does not hold (null), that alone is not checked.
 */
export function loadLexicon(root: string, files: PolicyFiles | null): Loaded<Lexicon> {
  const folder = openFolder(root);
  if (!folder.isThere()) return { ok: false, problems: folder.problems() };
  const register = folder.read('intents.yaml', registerSchema);
  if (register !== null) checkRegister(folder, register);
  // An intent without examples would never be understood: its file is read also where it is missing.
  const examples = [...new Set([...folder.names('examples'), ...INTENTS])]
    .sort()
    .flatMap((name) => loadExamples(folder, name, topicsOf(name, files)) ?? [])
    .filter(unlessRepeated(folder));
  const words = Object.fromEntries(
    WORD_KINDS.map((kind) => [
      kind,
      loadWords(folder, kind, files === null ? null : idsOf(kind, files)),
    ]),
  ) as Record<WordKind, readonly WordEntry[]>;
  const meanings = folder.read('words/meanings.yaml', meaningsSchema)?.value ?? [];
  const described = loadDescribed(folder, files);
  const followUps = loadFollowUps(folder);
  const shorthand = folder.read('words/shorthand.yaml', shorthandSchema)?.value ?? [];
  const problems = folder.problems();
  if (problems.length > 0 || register === null) return { ok: false, problems };
  return {
    ok: true,
    value: {
      intents: register.value,
      examples: examples.map(({ problem: _, ...example }) => example),
      followUps,
      words,
      shorthand,
      meanings,
      described,
    },
  };
}

function checkRegister(folder: FolderReader, register: Located<readonly IntentEntry[]>): void {
  const ids = register.value.map((entry) => entry.id);
  for (const id of INTENTS) {
    if (!ids.includes(id))
      folder.report(register.problemAt(['intents'], `intent "${id}" is missing`));
  }
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) {
      folder.report(register.problemAt(['intents', index, 'id'], `"${id}" stands twice`));
    }
  });
}

type PlacedExample = Example & { readonly problem: (message: string) => DataProblem };

function loadExamples(
  folder: FolderReader,
  name: string,
  knownTopics: readonly string[] | null,
): readonly PlacedExample[] | null {
  const located = folder.read(`examples/${name}.yaml`, examplesSchema);
  if (located === null) return null;
  const { value, problemAt } = located;
  if (value.intent !== name) {
    folder.report(problemAt(['intent'], `the file is called "${name}.yaml"`));
  }
  value.topics.forEach(({ ids }, group) => {
    ids.forEach((id, at) => {
      if (knownTopics === null || knownTopics.includes(id)) return;
      folder.report(
        problemAt(['topics', group, 'ids', at], `${name} has no topic "${id}" in the data`),
      );
    });
  });
  const groups = [
    { lists: value, ids: [], path: [] },
    ...value.topics.map((lists, group) => ({ lists, ids: lists.ids, path: ['topics', group] })),
  ];
  return groups.flatMap(({ lists, ids, path }) =>
    (['zh', 'en'] as const).flatMap((language) =>
      lists[language].map((sentence, index) => ({
        intent: value.intent,
        language,
        text: sentence,
        topics: ids,
        problem: (message: string) => problemAt([...path, language, index], message),
      })),
    ),
  );
}

function loadFollowUps(folder: FolderReader): readonly string[] {
  const located = folder.read('follow-ups.yaml', followUpsSchema);
  if (located === null) return [];
  const { value, problemAt } = located;
  const seen = new Set<string>();
  return (['zh', 'en'] as const).flatMap((language) =>
    value[language].map((message, index) => {
      const key = sentenceKey(message);
      if (seen.has(key))
        folder.report(
          problemAt([language, index], `"${message}" stands twice among the follow-ups`),
        );
      seen.add(key);
      return message;
    }),
  );
}

/** The same for two sentences that differ in capitals, marks, spaces or traditional characters alone. */
export function sentenceKey(sentence: string): string {
  return normalise(sentence).plain.replace(/[\p{P}\p{Z}]/gu, '');
}

/** Reports a sentence that stands in two places: it would teach two intents, or weigh double. */
function unlessRepeated(folder: FolderReader): (example: PlacedExample) => boolean {
  const seen = new Map<string, Intent>();
  return (example) => {
    const key = sentenceKey(example.text);
    const other = seen.get(key);
    seen.set(key, example.intent);
    if (other === undefined) return true;
    folder.report(example.problem(`"${example.text}" is already an example of ${other}`));
    return false;
  };
}

function loadDescribed(folder: FolderReader, files: PolicyFiles | null): Lexicon['described'] {
  const located = folder.read('words/described.yaml', describedSchema);
  if (located === null) return { outlets: [], offers: [] };
  for (const kind of ['outlets', 'offers'] as const) {
    const known = files === null ? null : idsOf(kind, files);
    located.value[kind].forEach(({ ids }, index) => {
      ids.forEach((id, at) => {
        if (known === null || known.includes(id)) return;
        folder.report(
          located.problemAt([kind, index, 'ids', at], `the data has no ${kind} "${id}"`),
        );
      });
    });
  }
  return located.value;
}

function loadWords(
  folder: FolderReader,
  kind: WordKind,
  knownIds: readonly string[] | null,
): readonly WordEntry[] {
  const located = folder.read(`words/${kind}.yaml`, wordsSchema);
  if (located === null) return [];
  located.value.forEach((row, index) => {
    row.ids.forEach((id, at) => {
      if (knownIds === null || knownIds.includes(id)) return;
      folder.report(
        located.problemAt(['words', index, 'ids', at], `the data has no ${kind} "${id}"`),
      );
    });
  });
  return located.value.map(({ ids, zh, en }) => ({ ids, words: [...zh, ...en] }));
}

/** What sentences of an intent may be about, or null where the policy does not hold. */
function topicsOf(intent: string, files: PolicyFiles | null): readonly string[] | null {
  if (files === null) return null;
  const kinds: Readonly<Record<string, WordKind>> = {
    'complaint.checklist': 'checklists',
    'complaint.deadline': 'limits',
  };
  const kind = kinds[intent];
  return kind === undefined ? [] : idsOf(kind, files);
}

function idsOf(kind: WordKind, { policy, sets, checklists }: PolicyFiles): readonly string[] {
  const things: Readonly<Record<WordKind, readonly { readonly id: string }[]>> = {
    outlets: policy.outlets,
    offers: sets.flatMap((set) => set.offers),
    checklists,
    limits: policy.limits,
    coaching: policy.coaching,
    elsewhere: [{ id: 'elsewhere' }],
  };
  return things[kind].map((thing) => thing.id);
}
