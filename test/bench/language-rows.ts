import type { Measured } from './language-measure.ts';

/** A set, and what ours promises on it. Shares from 0 to 1. */
export type Row = {
  readonly set: string;
  readonly title: string;
  /** The same sentences without typing errors, for the loss. */
  readonly clean?: string;
  readonly bars: readonly Bar[];
};

export type Bar = { readonly words: string; readonly isMet: (measured: Measured) => boolean };

function accuracy(percent: number): Bar {
  return { words: `≥ ${percent} %`, isMet: (one) => 100 * one.accuracy >= percent };
}

const SCOPE: Bar = { words: 'AUROC ≥ 0.96', isMet: (one) => (one.auroc ?? 0) >= 0.96 };
const TYPING: Bar = {
  words: '≤ 8 points lost',
  isMet: (one) => 100 * ((one.accuracyClean ?? 1) - one.accuracy) <= 8,
};
const BALANCE: Bar = {
  words: '≥ 88 % at ≥ 91 %',
  isMet: ({ balance }) => balance !== null && balance.right >= 0.88 && balance.recall >= 0.91,
};
const CURVE: Bar = {
  words: 'on the curve ≥ 88 % at 91 %',
  isMet: ({ rightAt91 }) => (rightAt91 ?? 0) >= 0.88,
};
const TIME: Bar = { words: '≤ 15 µs', isMet: (one) => one.microseconds <= 15 };
const MEMORY: Bar = { words: '≤ 30 MB', isMet: (one) => one.megabytes <= 30 };

export const ROWS: readonly Row[] = [
  { set: 'clinc150', title: 'CLINC150, full', bars: [accuracy(93), SCOPE] },
  { set: 'clinc150_10', title: 'CLINC150, 10 an intent', bars: [accuracy(83)] },
  {
    set: 'clinc150_10_typo',
    title: 'the same, with typing errors',
    clean: 'clinc150_10',
    bars: [TYPING],
  },
  { set: 'banking77', title: 'BANKING77, full', bars: [accuracy(92)] },
  { set: 'banking77_10', title: 'BANKING77, 10 an intent', bars: [accuracy(77)] },
  { set: 'hwu64', title: 'HWU64, full', bars: [accuracy(87.5)] },
  { set: 'hwu64_10', title: 'HWU64, 10 an intent', bars: [accuracy(73)] },
  { set: 'smp2017', title: 'SMP2017 (zh), full', bars: [accuracy(88.5)] },
  { set: 'smp2017_10', title: 'SMP2017 (zh), 10 an intent', bars: [accuracy(75)] },
  { set: 'smp2019', title: 'SMP2019 (zh), full', bars: [accuracy(90.5)] },
  { set: 'smp2019_10', title: 'SMP2019 (zh), 10 an intent', bars: [accuracy(79)] },
  { set: 'smalltalkzh', title: 'small talk (zh)', bars: [] },
  { set: 'smp2017oos', title: 'SMP2017 (zh), chat is off-topic', bars: [] },
  {
    set: 'clinc_work30_20',
    title: 'staff bot: 30 intents × 20',
    bars: [BALANCE, CURVE, TIME, MEMORY],
  },
];
