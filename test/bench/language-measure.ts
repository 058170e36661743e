import { ENGINES, type Engine, engineOf, type Guess } from './language-engine.ts';
import {
  auroc,
  type Balance,
  balanceAt,
  balancedThreshold,
  type Judged,
  rightAtRecall,
  share,
} from './language-figures.ts';
import { type PublicSet, publicSet, type Sentence } from './language-sets.ts';

// One engine on one set, in a process of its own: what is measured of time and memory is this engine's alone.
// Prints one line of JSON, a `Measured`.

export type Measured = {
  /** Shares from 0 to 1; nothing is refused. */
  readonly accuracy: number;
  /** The same model on the same sentences without their typing errors. */
  readonly accuracyClean: number | null;
  readonly auroc: number | null;
  /** At the threshold that was best on the validation part. */
  readonly balance: Balance | null;
  /** Read rightly where 91 % of the off-topic sentences of the test part itself are recognised. */
  readonly rightAt91: number | null;
  readonly trainSeconds: number;
  readonly microseconds: number;
  readonly megabytes: number;
};

/** Rules for how far a sentence stands above out of scope; the one that is best on the validation part is taken. */
const RULES: readonly ((guess: Guess) => number)[] = [
  ({ score, out }) => 2 * score - out,
  ({ score, out }) => score - out,
  ({ score }) => score,
];
/** Times are the best of so many, as far as that takes no longer than some seconds. */
const REPEATS = 30;
const SECONDS = 4;
const TIMED_SENTENCES = 1000;

const [engineName, setName = '', cleanName = ''] = process.argv.slice(2);
const engine = ENGINES.find((one) => one === engineName);
const set = publicSet(setName);
if (engine === undefined || set === null) throw new Error(`no ${engineName} or no ${setName}`);
process.stdout.write(`\n${JSON.stringify(await measure(set, publicSet(cleanName)))}\n`);

async function measure(set: PublicSet, clean: PublicSet | null): Promise<Measured> {
  const before = residentMegabytes();
  const learn = await engineOf(engine ?? 'ours');
  const start = clock();
  const read = await learn(set);
  const learnt = clock() - start;
  const guesses = async (texts: readonly string[]): Promise<readonly Guess[]> => {
    const all: Guess[] = [];
    for (const text of texts) all.push(await read(text));
    return all;
  };
  const judged = async (sentences: readonly Sentence[]) =>
    (await guesses(sentences.map((one) => one.text))).map((guess, at) => ({
      guess,
      isRight: guess.best === sentences[at]?.intent,
    }));
  const inside = await judged(set.test);
  const outside = await guesses(set.strays.test);
  const scope = scopeOf(
    { inside: await judged(set.validation), outside: await guesses(set.strays.validation) },
    { inside, outside },
  );
  const megabytes = residentMegabytes() - before;
  const isRight = ({ isRight }: { readonly isRight: boolean }): boolean => isRight;
  return {
    accuracy: share(inside, isRight),
    accuracyClean: clean === null ? null : share(await judged(clean.test), isRight),
    auroc: scope?.auroc ?? null,
    balance: scope?.balance ?? null,
    rightAt91: scope?.rightAt91 ?? null,
    trainSeconds: Math.min(learnt, await bestOf(() => learn(set), learnt)),
    microseconds: await timeOf(set, guesses),
    megabytes,
  };
}

type Part = {
  readonly inside: readonly { readonly guess: Guess; readonly isRight: boolean }[];
  readonly outside: readonly Guess[];
};

/** Rule and threshold are chosen on the validation part alone, for every engine. */
function scopeOf(
  validation: Part,
  test: Part,
): { readonly auroc: number; readonly balance: Balance; readonly rightAt91: number } | null {
  if (validation.outside.length === 0 || test.outside.length === 0) return null;
  const under = (rule: (guess: Guess) => number, { inside, outside }: Part) => ({
    inside: inside.map(({ guess, isRight }): Judged => ({ isRight, margin: rule(guess) })),
    outside: outside.map(rule),
  });
  const aurocOf = (rule: (guess: Guess) => number, part: Part): number => {
    const { inside, outside } = under(rule, part);
    return auroc(
      inside.map((one) => one.margin),
      outside,
    );
  };
  const rule = RULES.reduce((best, one) =>
    aurocOf(one, validation) > aurocOf(best, validation) ? one : best,
  );
  const seen = under(rule, validation);
  const threshold = balancedThreshold(seen.inside, seen.outside);
  const unseen = under(rule, test);
  return {
    auroc: aurocOf(rule, test),
    balance: balanceAt(threshold, unseen.inside, unseen.outside),
    rightAt91: rightAtRecall(0.91, unseen.inside, unseen.outside),
  };
}

/** Microseconds a sentence. */
async function timeOf(
  { test }: PublicSet,
  guesses: (texts: readonly string[]) => Promise<readonly Guess[]>,
): Promise<number> {
  const texts = test.slice(0, TIMED_SENTENCES).map((one) => one.text);
  return ((await bestOf(() => guesses(texts), 0)) * 1e6) / texts.length;
}

/** The shortest time of several runs, in seconds; fewer runs where each of them takes long. */
async function bestOf(
  run: () => ReturnType<Engine> | Promise<unknown>,
  one: number,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  let spent = one;
  for (let turn = 0; turn < REPEATS && spent < SECONDS; turn += 1) {
    const start = clock();
    await run();
    const took = clock() - start;
    spent += took;
    best = Math.min(best, took);
  }
  return best;
}

function clock(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}

/** What the process holds once everything that nobody needs is gone. */
function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}
