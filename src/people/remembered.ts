/** How long an answer may be used, whatever it was. */
export const FRESH_MS = 5 * 60_000;
/** What failed is not asked again at once: Slack allows about twenty look-ups of groups a minute. */
const AGAIN_AFTER_MS = 30_000;
/** A branch has hundreds of people, not thousands. */
const KEPT_AT_MOST = 2_000;

export type RememberedPorts<T> = {
  readonly look: (key: string) => Promise<T>;
  readonly now: () => number;
  /** Told once for each key, until it succeeds again. */
  readonly onFailure: (key: string, error: unknown) => void;
};

type Kept<T> = { readonly answer: Promise<T | null>; readonly askedAt: number };

/**
 * Looks something up, and uses the answer for five minutes, counted from the moment of asking. Null where the look-up
 * fails: an older answer is never used in its place.
 */
export function remembered<T>({
  look,
  now,
  onFailure,
}: RememberedPorts<T>): (key: string) => Promise<T | null> {
  const kept = new Map<string, Kept<T>>();
  const failing = new Set<string>();

  const ask = async (key: string): Promise<T | null> => {
    try {
      const answer = await look(key);
      failing.delete(key);
      return answer;
    } catch (error) {
      if (!failing.has(key)) onFailure(key, error);
      failing.add(key);
      return null;
    }
  };

  return (key) => {
    const before = kept.get(key);
    const age = before === undefined ? Number.POSITIVE_INFINITY : now() - before.askedAt;
    if (before !== undefined && age < (failing.has(key) ? AGAIN_AFTER_MS : FRESH_MS))
      return before.answer;
    const answer = ask(key);
    kept.delete(key);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
    kept.set(key, { answer, askedAt: now() });
    return answer;
  };
}
