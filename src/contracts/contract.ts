import type { Day } from '../calendar/day.ts';

/** One contract of a customer, as the branch's file has it. */
export type Contract = {
  readonly id: string;
  readonly customerName: string;
  /** Eleven digits. Shown masked to all but the owner and the managers. */
  readonly phone: string;
  readonly plan: string;
  /** The outlet type. */
  readonly outlet: string;
  readonly outletName: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** A Slack user; empty where nobody is named. */
  readonly owner: string;
  /** A Slack channel, as its id or as #name; empty where none is named. It is looked at where something is posted. */
  readonly channel: string;
};

/** A contract as it is kept: also whether a file that was called complete no longer had it. */
export type KeptContract = Contract & { readonly vanishedAt: number | null };
