import type { Change, Hurt, Moved } from '../language/change.ts';
import type { IntentFigures } from '../language/figures.ts';
import type { HeldOut, Sentence } from '../language/held-out.ts';
import type { TopicFigures } from '../language/topic-check.ts';
import type { TrainCheck } from '../language/train-check.ts';

/** Where an example stands; the line is null where it is not known. */
export type LineOf = (example: { readonly intent: string; readonly text: string }) => {
  readonly file: string;
  readonly line: number | null;
};

const LISTED = 10;
/** What changed is said in some ten lines. */
const ADDED_SHOWN = 3;
const HURT_SHOWN = 3;
const SENTENCES_SHOWN = 3;

/** The report for the person who keeps the examples, what matters most at the end, where it stays in view. */
export function reportOf(check: TrainCheck, lineOf: LineOf): readonly string[] {
  return [
    'Each example, read by a reader that had not learnt it:',
    ...tableOf(check.intents),
    ...topicTableOf(check.topics),
    ...check.calibration.map(
      (row) =>
        `threshold ${row.threshold.toFixed(1)}${row.isInForce ? ' (in force)' : ''}: ` +
        `of ours ${percent(row.right)} right, ${percent(row.refused)} refused; ` +
        `of others ${percent(row.recognised)} recognised; ${percent(row.wrong)} of all answered wrongly`,
    ),
    ...check.confusions.map(
      ({ is, readAs, count, examples }) =>
        `${count} × ${is} read as ${readAs}: ${examples.join(' | ')}`,
    ),
    '',
    ...doublesIn(check, lineOf),
    ...suspectsIn(check, lineOf),
    ...contradictionsIn(check, lineOf),
    ...(check.change === null
      ? ['Nothing to compare with yet: after your next change, the check says what it did.']
      : changeIn(check.change, lineOf)),
  ];
}

function tableOf(intents: readonly IntentFigures[]): readonly string[] {
  const rows = intents.map(({ intent, examples, right, rightByGroup, mistaken }) => [
    intent,
    String(examples),
    percent(right),
    percent(rightByGroup),
    mistaken === null ? '' : `${mistaken.readAs} (${mistaken.count} ×)`,
  ]);
  return aligned([
    ['intent', 'examples', 'right', 'without paraphrases', 'else most often read as'],
    ...rows,
  ]);
}

/** What examples are about within their intent; nothing where none tells it. */
function topicTableOf(topics: readonly TopicFigures[]): readonly string[] {
  if (topics.length === 0) return [];
  const rows = topics.map(({ topic, examples, right, mistaken }) => [
    topic,
    String(examples),
    percent(right),
    mistaken === null
      ? ''
      : `${mistaken.readAs} (${mistaken.count} ×): ${mistaken.examples.join(' | ')}`,
  ]);
  return [
    '',
    'What the examples under `topics` are about, read likewise:',
    ...aligned([['topic', 'examples', 'right', 'else most often read as'], ...rows]),
    '',
  ];
}

/** Words to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === row.length - 1
          ? cell.padEnd(width)
          : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

function doublesIn({ doubts }: TrainCheck, lineOf: LineOf): readonly string[] {
  return section(
    'Near-duplicates: lines of one intent that say the same once names are masked; one of each is enough',
    doubts.doubles.map((group) => doubleIn(group, lineOf)),
  );
}

/** They stand in one file, which is named once. */
function doubleIn(group: readonly Sentence[], lineOf: LineOf): string {
  const places = group.map(({ intent, typed }) => lineOf({ intent, text: typed }));
  const lines = places.flatMap(({ line }) => line ?? []).join(', ');
  return `${group.map(({ typed }) => `"${typed}"`).join(' = ')} (${places[0]?.file}: ${lines})`;
}

function suspectsIn({ doubts }: TrainCheck, lineOf: LineOf): readonly string[] {
  return section(
    'Suspicious: examples that all others speak clearly against; is each under the right intent?',
    doubts.suspects.map(
      ({ sentence, readAs }) => `${quoted(sentence, lineOf)} reads like ${readAs}`,
    ),
  );
}

function contradictionsIn({ doubts }: TrainCheck, lineOf: LineOf): readonly string[] {
  return section(
    'Contradictions: nearly the same sentence under two intents; keep one, or make them differ',
    doubts.contradictions.map(
      ({ one, other, likeness }) =>
        `${Math.round(100 * likeness)} % alike: ${quoted(one, lineOf)} ≠ ${quoted(other, lineOf)}`,
    ),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`${title}: ${lines.length === 0 ? 'none' : lines.length}`, ...firstOf(lines, LISTED), ''];
}

function firstOf(lines: readonly string[], shown: number): readonly string[] {
  const more = lines.length - shown;
  return [...lines.slice(0, shown), ...(more > 0 ? [`and ${more} more`] : [])].map(
    (line) => `  ${line}`,
  );
}

function changeIn(change: Change, lineOf: LineOf): readonly string[] {
  const { since, added, removed, nowWrong, nowRight, edge, hurt } = change;
  return [
    `Since the check of ${since}: ${examples(added.length)} added, ${removed.length} removed.`,
    ...firstOf(
      added.map((one) => addedIn(one, lineOf)),
      ADDED_SHOWN,
    ),
    ...hurt.slice(0, HURT_SHOWN).flatMap((one) => hurtIn(one, lineOf)),
    ...(hurt.length === 0 ? ['  No intent was hurt.'] : []),
    ...(hurt.length > HURT_SHOWN
      ? [`  ${hurt.length - HURT_SHOWN} more intents were hurt less.`]
      : []),
    ...movedIn('now read wrong', nowWrong, ({ now }) => `, as ${now.readAs}`),
    ...movedIn('now read right', nowRight, () => ''),
    ...(edge.wrong + edge.right === 0
      ? []
      : [
          `  at the edge: ${edge.wrong} more turned wrong and ${edge.right} right; some do at any change.`,
        ]),
  ];
}

function addedIn({ sentence, readAs }: HeldOut, lineOf: LineOf): string {
  const before =
    readAs === sentence.intent ? '' : `; the other examples alone would have it read as ${readAs}`;
  return `added ${quoted(sentence, lineOf)}${before}`;
}

function hurtIn(
  { intent, before, now, examples: worst, cause }: Hurt,
  lineOf: LineOf,
): readonly string[] {
  const sure = worst.filter((one) => one.now.readAs === intent).length;
  const wrong = worst.length - sure;
  const told = [
    ...(wrong > 0 ? [`${examples(wrong)} now wrong`] : []),
    ...(sure > 0 ? [`${examples(sure)} right but clearly less sure`] : []),
  ].join(', ');
  const change = before === now ? percent(now) : `${percent(before)} → ${percent(now)}`;
  return [
    `  HURT ${intent} (${change} right): ${told}: ${worst
      .slice(0, SENTENCES_SHOWN)
      .map(({ before: { text } }) => text)
      .join(' | ')}`,
    ...(cause === null ? [] : [`    most likely by ${quoted(cause.sentence, lineOf)}`]),
  ];
}

function movedIn(
  title: string,
  moved: readonly Moved[],
  more: (one: Moved) => string,
): readonly string[] {
  if (moved.length === 0) return [];
  const shown = moved
    .slice(0, SENTENCES_SHOWN)
    .map((one) => `${one.before.text} (${one.before.intent}${more(one)})`);
  const rest = moved.length - shown.length;
  return [
    `  ${title}: ${moved.length}: ${shown.join(' | ')}${rest > 0 ? ` | and ${rest} more` : ''}`,
  ];
}

function quoted({ intent, typed }: HeldOut['sentence'], lineOf: LineOf): string {
  const { file, line } = lineOf({ intent, text: typed });
  return `"${typed}" (${file}${line === null ? '' : `:${line}`})`;
}

function examples(count: number): string {
  return count === 1 ? '1 example' : `${count} examples`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
