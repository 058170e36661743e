import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const REVIEW_USAGE = `desk review list [--all]
desk review accept ID INTENT [--text "…"]
desk review dismiss ID [--because "…"]`;

/** A question of the list, as it is printed. */
export type Reviewed = {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly [more: string]: unknown;
};
/** Where the example stands now; null where it stood before. */
export type Place = { readonly file: string; readonly line: number } | null;

export type ReviewPorts = {
  readonly list: (all: boolean) => Promise<readonly Reviewed[]>;
  readonly find: (id: string) => Promise<Reviewed | null>;
  /** Makes the text an example of the intent; throws a Problem where it cannot be one. */
  readonly learn: (example: { readonly text: string; readonly intent: string }) => Promise<Place>;
  /** False where somebody else was quicker. */
  readonly decide: (decision: Decision) => Promise<boolean>;
};

type Decision = {
  readonly id: string;
  readonly state: 'accepted' | 'dismissed';
  readonly decision: string | null;
};

const OPTIONS = {
  all: { type: 'boolean' },
  text: { type: 'string' },
  because: { type: 'string' },
} as const;

/** Shows the questions that wait for a person, makes one an example, or puts one aside. */
export async function reviewCommand(
  args: readonly string[],
  ports: ReviewPorts,
  { out, err }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action, id, intent, ...rest] = given.positionals;
  if (action === 'list') {
    refuse([id, intent, ...rest], [given.value('text'), given.value('because')]);
    for (const question of await ports.list(given.flag('all'))) out(JSON.stringify(question));
    return 0;
  }
  if (action === 'accept') {
    refuse(rest, [given.flag('all'), given.value('because')]);
    if (id === undefined || intent === undefined) {
      throw new Problem(
        'usage',
        'which question, and for which intent? desk review accept ID INTENT',
      );
    }
    const question = await openQuestion(id, ports);
    const text = (given.value('text') ?? question.text).replace(/\s+/g, ' ').trim();
    if (text === '') throw new Problem('usage', '--text is empty');
    const place = await ports.learn({ text, intent });
    await decided(ports, { id, state: 'accepted', decision: intent });
    out(JSON.stringify({ accepted: id, intent, text, ...place }));
    err(
      place === null
        ? 'It was an example of this intent already.'
        : 'Now "desk train check" tells whether it hurt another intent; the bot takes it within seconds.',
    );
    return 0;
  }
  if (action === 'dismiss') {
    refuse([intent, ...rest], [given.flag('all'), given.value('text')]);
    if (id === undefined) throw new Problem('usage', 'which question? desk review dismiss ID');
    await openQuestion(id, ports);
    await decided(ports, { id, state: 'dismissed', decision: given.value('because') });
    out(JSON.stringify({ dismissed: id }));
    return 0;
  }
  throw new Problem('usage', 'desk review list, accept or dismiss?');
}

async function openQuestion(id: string, { find }: ReviewPorts): Promise<Reviewed> {
  const question = await find(id);
  if (question === null) throw new Problem('data', `no question "${id}" is on the list`);
  if (question.state !== 'open') throw new Problem('data', `"${id}" is ${question.state} already`);
  return question;
}

async function decided({ decide }: ReviewPorts, decision: Decision): Promise<void> {
  if (!(await decide(decision)))
    throw new Problem('data', `"${decision.id}" was decided by somebody else meanwhile`);
}

/** What another action would understand is no use here, and saying nothing of it would mislead. */
function refuse(
  words: readonly (string | undefined)[],
  flags: readonly (string | boolean | null)[],
): void {
  const extra = words.find((word) => word !== undefined);
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  if (flags.some((flag) => flag !== null && flag !== false)) {
    throw new Problem('usage', 'a flag that this action does not know');
  }
}
