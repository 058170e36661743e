import { OUTCOMES, type Outcome } from './term.ts';

/**
 * Where a term stands that was reminded of. `changed`: nobody wrote an outcome, but a later file has another end day or
 * does not have the contract any more. Every term stands in exactly one place.
 */
export const STANDINGS = [...OUTCOMES, 'changed', 'open'] as const;
export type Standing = Outcome | 'changed' | 'open';

/** A term of which a stage was said, and what became of it. */
export type SaidTerm = {
  readonly outlet: string;
  readonly hall: string;
  /** As the file has it; empty where it names nobody. */
  readonly owner: string;
  readonly claimedBy: string | null;
  /** How often the customer was called and not reached. */
  readonly unreachable: number;
  readonly outcome: Outcome | null;
  /** The id of the reason of a refusal. */
  readonly reason: string | null;
  readonly isChanged: boolean;
};

export type Figures = {
  readonly due: number;
  /** Claimed, called, or with an outcome: somebody has taken it up. */
  readonly reached: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** The refusals by the ids of their reasons; '' where none was kept. Together they are those refused. */
  readonly refusals: ReadonlyMap<string, number>;
};

/** The terms of one hall that one person looks after; `who` is empty where nobody does. */
export type Cell = {
  readonly outlet: string;
  readonly hall: string;
  readonly who: string;
  readonly figures: Figures;
};

export type Week = {
  readonly all: Figures;
  /** The one with the most terms first. */
  readonly halls: readonly {
    readonly outlet: string;
    readonly hall: string;
    readonly figures: Figures;
  }[];
  readonly people: readonly { readonly who: string; readonly figures: Figures }[];
};

export const NOTHING_SAID: Figures = {
  ...{ due: 0, reached: 0, refusals: new Map() },
  standings: {
    ...{ renewed: 0, refused: 0, unreachable: 0, 'ported-out': 0, disconnected: 0 },
    ...{ 'not-ours': 0, changed: 0, open: 0 },
  },
};

/** Counts terms one by one, so that a hundred thousand need not be held at once. */
export function openTally(): {
  readonly add: (term: SaidTerm) => void;
  readonly cells: () => readonly Cell[];
} {
  const cells = new Map<string, Cell>();
  return {
    add(term) {
      const { outlet, hall } = term;
      const who = term.claimedBy ?? term.owner.trim();
      const key = JSON.stringify([outlet, hall, who]);
      const before = cells.get(key)?.figures ?? NOTHING_SAID;
      cells.set(key, { ...{ outlet, hall, who }, figures: together(before, figuresOf(term)) });
    },
    cells: () => [...cells.values()],
  };
}

/** The cells as one week: in all, by hall, and by who looks after them. */
export function weekOf(cells: readonly Cell[]): Week {
  const by = <Key>(keyOf: (cell: Cell) => Key) =>
    [...Map.groupBy(cells, (cell) => JSON.stringify(keyOf(cell))).values()]
      .flatMap((some) => {
        const [first] = some;
        return first === undefined ? [] : [{ ...first, figures: summed(some) }];
      })
      .sort((one, other) => other.figures.due - one.figures.due);
  return {
    all: summed(cells),
    halls: by(({ outlet, hall }) => [outlet, hall]).map(({ outlet, hall, figures }) => ({
      ...{ outlet, hall, figures },
    })),
    people: by(({ who }) => who).map(({ who, figures }) => ({ who, figures })),
  };
}

/** How many of a hundred were renewed of those that could be: the others were never ours. Null where there are none. */
export function renewalRate({ due, standings }: Figures): number | null {
  const could = due - standings['not-ours'];
  return could === 0 ? null : Math.round((100 * standings.renewed) / could);
}

function figuresOf({ outcome, claimedBy, unreachable, reason, isChanged }: SaidTerm): Figures {
  const standing: Standing = outcome ?? (isChanged ? 'changed' : 'open');
  return {
    due: 1,
    reached: claimedBy !== null || unreachable > 0 || outcome !== null ? 1 : 0,
    standings: { ...NOTHING_SAID.standings, [standing]: 1 },
    refusals: new Map(outcome === 'refused' ? [[reason ?? '', 1]] : []),
  };
}

function summed(cells: readonly Cell[]): Figures {
  return cells.reduce((sum, { figures }) => together(sum, figures), NOTHING_SAID);
}

function together(one: Figures, other: Figures): Figures {
  const refusals = new Map(one.refusals);
  for (const [reason, count] of other.refusals)
    refusals.set(reason, (refusals.get(reason) ?? 0) + count);
  const standings = { ...one.standings };
  for (const standing of STANDINGS) standings[standing] += other.standings[standing];
  return {
    due: one.due + other.due,
    reached: one.reached + other.reached,
    ...{ standings, refusals },
  };
}
