import type { Readable } from 'node:stream';

/** 0: done. 1: the request failed. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command reads and writes: answers for machines go to `out`, words for people to `err`. */
export type Streams = {
  readonly input: Readable;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};
