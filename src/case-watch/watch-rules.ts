/** When people are at work: minutes of the day. */
export type Hours = { readonly from: number; readonly to: number };

/** So many cases in so many days that name one thing are a cluster. */
export type ClusterRule = { readonly cases: number; readonly days: number };

/** What the branch has decided about what is said of cases unasked. */
export type WatchRules = {
  readonly hours: Hours;
  readonly cluster: ClusterRule;
  /** Where the weekly summary of all outlets is posted; null where each manager only gets his own. */
  readonly managersChannel: string | null;
};
