import type { Day } from '../calendar/day.ts';
import { type HeldOut, isRight } from './held-out.ts';
import type { PastCheck, PastReading } from './past-check.ts';
import type { Intent } from './reading.ts';

/** What changed between two checks of the examples. */
export type Change = {
  readonly since: Day;
  readonly added: readonly HeldOut[];
  readonly removed: readonly PastReading[];
  /** What clearly changed sides, the furthest first. */
  readonly nowWrong: readonly Moved[];
  readonly nowRight: readonly Moved[];
  /** How many stood at the edge and fell to the other side, as some do at any change. */
  readonly edge: { readonly wrong: number; readonly right: number };
  /** The most hurt first. */
  readonly hurt: readonly Hurt[];
};

/** An example that both checks read. */
export type Moved = {
  readonly before: PastReading;
  readonly now: HeldOut;
  /** How much of its lead is gone. */
  readonly loss: number;
};

/** An intent whose examples are read worse than before. */
export type Hurt = {
  readonly intent: Intent;
  /** Of its examples, the share that was and is read right. */
  readonly before: number;
  readonly now: number;
  /** Its examples that were right and now are wrong or clearly less sure, the most hurt first. */
  readonly examples: readonly Moved[];
  /** The new example of another intent that is most like them. */
  readonly cause: HeldOut | null;
};

/** A lead that moves less may have moved by chance: with one more example of no matter what, so many move further. */
const CLEAR = 0.4;
const BY_CHANCE = 0.001;
/** More than so many standard deviations are no chance. */
const BEYOND_CHANCE = 3;
/** A new example that has less in common with the hurt ones has not hurt them. */
const CAUSE_FROM = 0.2;

/** How much two examples have in common, from 0 to 1. */
type Likeness = (one: HeldOut, other: HeldOut) => number;

/** What changed since a past check. */
export function changeSince(
  past: PastCheck,
  readings: readonly HeldOut[],
  likeness: Likeness,
): Change {
  const { added, removed, moved } = compared(past, readings);
  const { fallen, risen } = changedSides(moved);
  const nowWrong = fallen.filter(isClear);
  const nowRight = risen.filter(isClear);
  return {
    since: past.day,
    added,
    removed,
    nowWrong,
    nowRight,
    edge: { wrong: fallen.length - nowWrong.length, right: risen.length - nowRight.length },
    hurt: [...Map.groupBy(moved, ({ before }) => before.intent)]
      .flatMap(([intent, own]) => {
        const harm = harmAmong(own, added, likeness);
        if (harm === null) return [];
        const pastOwn = past.readings.filter((one) => one.intent === intent);
        const nowOwn = readings.filter(({ sentence }) => sentence.intent === intent);
        return [
          {
            ...harm,
            intent,
            before: pastOwn.filter(wasRight).length / pastOwn.length,
            now: nowOwn.filter(isRight).length / nowOwn.length,
          },
        ];
      })
      .sort((one, other) => lossOf(other.examples) - lossOf(one.examples)),
  };
}

function compared(
  past: PastCheck,
  readings: readonly HeldOut[],
): Pick<Change, 'added' | 'removed'> & { readonly moved: readonly Moved[] } {
  const keyOf = (intent: Intent, text: string): string => `${intent} ${text}`;
  const gone = new Map(past.readings.map((one) => [keyOf(one.intent, one.text), one]));
  const added: HeldOut[] = [];
  const moved: Moved[] = [];
  for (const now of readings) {
    const key = keyOf(now.sentence.intent, now.sentence.typed);
    const before = gone.get(key);
    gone.delete(key);
    if (before === undefined) added.push(now);
    else moved.push({ before, now, loss: before.lead - now.lead });
  }
  return { added, removed: [...gone.values()], moved };
}

function changedSides(moved: readonly Moved[]): {
  readonly fallen: readonly Moved[];
  readonly risen: readonly Moved[];
} {
  const byLoss = moved.toSorted((one, other) => other.loss - one.loss);
  return {
    fallen: byLoss.filter(({ before, now }) => wasRight(before) && !isRight(now)),
    risen: byLoss.filter(({ before, now }) => !wasRight(before) && isRight(now)).reverse(),
  };
}

/** What was done to the examples of one intent; null where it may be chance. */
function harmAmong(
  own: readonly Moved[],
  added: readonly HeldOut[],
  likeness: Likeness,
): Pick<Hurt, 'examples' | 'cause'> | null {
  const { fallen, risen } = changedSides(own);
  const clear = own
    .filter((one) => wasRight(one.before) && one.loss >= CLEAR)
    .sort((one, other) => other.loss - one.loss);
  const examples = clear.length === 0 ? fallen : clear;
  const cause = causeOf(examples, added, likeness);
  const isLopsided =
    fallen.length - risen.length > BEYOND_CHANCE * Math.sqrt(fallen.length + risen.length);
  // Some may have moved by chance, but not where a new line is like them.
  const isExplained = clear.length > 0 && cause !== null;
  const isHarm = isExplained || clear.length > 1 + own.length * BY_CHANCE || isLopsided;
  return isHarm ? { examples, cause } : null;
}

/** What was hurt more says more about what hurt it. */
function causeOf(
  hurt: readonly Moved[],
  added: readonly HeldOut[],
  likeness: Likeness,
): HeldOut | null {
  const all = lossOf(hurt);
  const nearnessOf = (one: HeldOut): number =>
    hurt.reduce((sum, { now, loss }) => sum + loss * likeness(one, now), 0) / all;
  const [nearest] = added
    .filter(({ sentence }) => sentence.intent !== hurt[0]?.before.intent)
    .map((one) => ({ one, nearness: nearnessOf(one) }))
    .sort((one, other) => other.nearness - one.nearness);
  return nearest !== undefined && nearest.nearness >= CAUSE_FROM ? nearest.one : null;
}

function wasRight({ intent, readAs }: PastReading): boolean {
  return intent === readAs;
}

function isClear({ loss }: Moved): boolean {
  return Math.abs(loss) >= CLEAR;
}

function lossOf(moved: readonly Moved[]): number {
  return moved.reduce((sum, { loss }) => sum + loss, 0);
}
