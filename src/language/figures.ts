import { MARGIN_THRESHOLD } from './classify.ts';
import { type HeldOut, isRight, readAt } from './held-out.ts';
import type { Intent } from './reading.ts';

export type IntentFigures = {
  readonly intent: Intent;
  readonly examples: number;
  /** Shares read right: alone left out, and with their paraphrases. */
  readonly right: number;
  readonly rightByGroup: number;
  /** What its examples are read as most often, where they are not read right. */
  readonly mistaken: { readonly readAs: Intent; readonly count: number } | null;
};

export type Calibration = {
  readonly threshold: number;
  readonly isInForce: boolean;
  /** Of the sentences in scope: read as their own intent, and refused. */
  readonly right: number;
  readonly refused: number;
  /** Of the sentences out of scope: recognised. */
  readonly recognised: number;
  /** Of all sentences: answered as something that they are not, which costs most. */
  readonly wrong: number;
};

export type Confusion = {
  readonly is: Intent;
  readonly readAs: Intent;
  readonly count: number;
  readonly examples: readonly string[];
};

const THRESHOLDS = [-0.3, 0, 0.3, 0.6, 0.9];
const SENTENCES_SHOWN = 3;

export function shareRight(readings: readonly HeldOut[]): number {
  return readings.filter(isRight).length / Math.max(1, readings.length);
}

/** The figures of each intent, from its examples left out alone and with their paraphrases. */
export function figuresOf(
  alone: readonly HeldOut[],
  byGroup: readonly HeldOut[],
): readonly IntentFigures[] {
  const grouped = Map.groupBy(byGroup, ({ sentence }) => sentence.intent);
  return [...Map.groupBy(alone, ({ sentence }) => sentence.intent)].map(([intent, readings]) => {
    const [mistaken] = confusionsOf(readings.filter((one) => !isRight(one)));
    return {
      intent,
      examples: readings.length,
      right: shareRight(readings),
      rightByGroup: shareRight(grouped.get(intent) ?? []),
      mistaken: mistaken ?? null,
    };
  });
}

export function calibrationOf(readings: readonly HeldOut[]): readonly Calibration[] {
  return [...new Set([...THRESHOLDS, MARGIN_THRESHOLD])]
    .sort((one, other) => one - other)
    .map((threshold) => calibrationAt(threshold, readings));
}

function calibrationAt(threshold: number, readings: readonly HeldOut[]): Calibration {
  const ours = readings.filter(({ sentence }) => sentence.intent !== 'out_of_scope');
  const others = readings.filter(({ sentence }) => sentence.intent === 'out_of_scope');
  const share = (
    all: readonly HeldOut[],
    isCounted: (readAs: Intent, is: Intent) => boolean,
  ): number =>
    all.filter((one) => isCounted(readAt(threshold, one), one.sentence.intent)).length /
    Math.max(1, all.length);
  return {
    threshold,
    isInForce: threshold === MARGIN_THRESHOLD,
    right: share(ours, (readAs, is) => readAs === is),
    refused: share(ours, (readAs) => readAs === 'out_of_scope'),
    recognised: share(others, (readAs) => readAs === 'out_of_scope'),
    wrong: share(readings, (readAs, is) => readAs !== is && readAs !== 'out_of_scope'),
  };
}

/** Which intents misread sentences were taken for, the most frequent pair first. */
export function confusionsOf(misread: readonly HeldOut[]): readonly Confusion[] {
  return [...Map.groupBy(misread, ({ sentence, readAs }) => `${sentence.intent} ${readAs}`)]
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          is: first.sentence.intent,
          readAs: first.readAs,
          count: group.length,
          examples: group.slice(0, SENTENCES_SHOWN).map(({ sentence }) => sentence.typed),
        },
      ];
    })
    .sort((one, other) => other.count - one.count);
}
