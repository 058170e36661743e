/** The last few things that happened: enough to know a second press of the same button for what it is. */
export type Recent = {
  readonly note: (id: string) => void;
  readonly has: (id: string) => boolean;
};

export function openRecent(most = 500): Recent {
  const ids = new Set<string>();
  return {
    note: (id) => {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    },
    has: (id) => ids.has(id),
  };
}
