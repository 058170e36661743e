/** Runs work of the same lane one after another, in the order given; different lanes do not wait for each other. */
export type Lanes = <Result>(lane: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Botkit writes its state without looking whether it changed meanwhile: two quick messages of one person would both
 * answer the same question (fault B5). A failed piece of work fails alone; the lane goes on.
 */
export function openLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();

  return async (lane, work) => {
    const before = tails.get(lane) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    tails.set(lane, tail);
    try {
      return await result;
    } finally {
      if (tails.get(lane) === tail) tails.delete(lane);
    }
  };
}
