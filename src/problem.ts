/** What kind of thing went wrong. `usage` and `config` end the program with 2, the rest with 1. */
export type ProblemCode = 'usage' | 'config' | 'data' | 'file' | 'store' | 'slack' | 'practice';

/** A failure that we foresaw, with words for the person who meets it. Anything else that is thrown is a defect. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** The message in Chinese, where those who keep the policy meet it; null where only those who run the bot do. */
  readonly zh: string | null;

  constructor(code: ProblemCode, message: string, { zh, ...options }: ProblemOptions = {}) {
    super(message, options);
    this.code = code;
    this.zh = zh ?? null;
  }
}

type ProblemOptions = ErrorOptions & { readonly zh?: string };

/** One fault in a file that people keep: where it is and what to do. `line` counts from 1. */
export type DataProblem = {
  readonly file: string;
  readonly line: number;
  /** The way to the value inside the file, such as `plans[2].gift.months`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
};
