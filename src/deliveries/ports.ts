import type { Delivery, DeliveryState } from './delivery.ts';
import type { Notice } from './notice.ts';
import type { LookOutcome, PostOutcome } from './outcome.ts';
import type { Chance, Pace } from './pace.ts';

/** A lane that this process has, for the length of the lease, and what it is to do there. */
export type Claim = {
  readonly step: 'post' | 'look';
  readonly delivery: Delivery;
  readonly fence: number;
  /** When the lane was taken, by the ledger's clock. */
  readonly at: number;
  /** From which message on to look. */
  readonly since: string;
};

export type Finished =
  | { readonly step: 'post'; readonly outcome: PostOutcome }
  | { readonly step: 'look'; readonly outcome: LookOutcome };

/** The ledger, as far as the dispatcher needs it. */
export type Lanes = {
  /** Takes a free lane whose first delivery is due; null where there is none. */
  claim(pace: Pace): Promise<Claim | null>;
  /** Writes down what came of it. `stale` when somebody else has the lane now. */
  settle(
    claim: Claim,
    finished: Finished,
    by: { readonly chance: Chance; readonly pace: Pace },
  ): Promise<DeliveryState | 'stale'>;
  /** What stopped without being said and was not reported yet; reports each once. */
  untold(): Promise<readonly Notice[]>;
};

/** Slack, as far as the dispatcher needs it. Neither rejects: what went wrong is an outcome. */
export type Channels = {
  readonly post: (delivery: {
    readonly channel: string;
    readonly key: string;
    readonly content: Delivery['content'];
  }) => Promise<PostOutcome>;
  readonly look: (wanted: {
    readonly channel: string;
    readonly key: string;
    readonly since: string;
  }) => Promise<LookOutcome>;
};
