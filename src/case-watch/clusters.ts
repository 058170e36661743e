import { addDays, type Day } from '../calendar/day.ts';
import type { ClusterRule } from './watch-rules.ts';

/** What cases have in common: an offer or a rule, by id. */
export type ClusterThing = { readonly kind: 'offer' | 'rule'; readonly thing: string };

/** When somebody was last told of a cluster, and how many cases it had. */
export type ToldCluster = { readonly on: Day; readonly cases: number };

/** The first of the days in which cases count together. */
export function clusterSince(today: Day, { days }: ClusterRule): Day {
  return addDays(today, 1 - days);
}

/**
 * Whether somebody is to be told of so many cases. Who was told within the days is told again only once they have
 * doubled: each further case is no news.
 */
export function isNews(
  cases: number,
  told: ToldCluster | null,
  { rule, today }: { readonly rule: ClusterRule; readonly today: Day },
): boolean {
  if (cases < rule.cases) return false;
  if (told === null || told.on < clusterSince(today, rule)) return true;
  return cases >= 2 * told.cases;
}
