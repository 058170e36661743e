import type { Day } from './calendar/day.ts';
import { refusedTo, type Viewer } from './complaints/access.ts';
import type { Case, CaseEvent } from './complaints/case.ts';
import type { CaseCommand, CaseDeed } from './complaints/command.ts';
import { decide } from './complaints/decide.ts';
import { afterEvent } from './complaints/fold.ts';
import { summaryOf } from './complaints/summary.ts';
import { type CaseView, viewOf } from './complaints/view.ts';
import { type CaseWorld, type Decided, type Refusal, refusal } from './complaints/world.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { CaseRules } from './desk.ts';
import { Problem } from './problem.ts';
import { auditTrail } from './store/audit.ts';
import type { CaseFilter, CasePage } from './store/case-list.ts';
import { caseBook } from './store/cases.ts';
import type { Store } from './store/schema.ts';

/** What changed in a case, for whoever has to say something because of it. */
export type CaseChanged = {
  readonly before: Case | null;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly world: CaseWorld;
};

export type ComplaintPorts = {
  readonly store: Store;
  /** As the data is now: a changed folder is swapped while the bot runs. */
  readonly rules: () => CaseRules;
  readonly now: () => number;
  readonly today: () => Day;
  /** What is to be said because of a change; it is planned in the transaction that keeps the change. */
  readonly announce?: (changed: CaseChanged) => readonly NewDelivery[];
};

/** What became of a command. */
export type Done = (Omit<Decided, 'ok'> & { readonly ok: true; readonly view: CaseView }) | Refusal;

/** Who asks for it; `trusted` is who runs the program on its own machine. */
export type Asker = Viewer | 'trusted';

export type CaseDo = {
  readonly id: string;
  readonly deed: Exclude<CaseDeed, { readonly do: 'open' }>;
  readonly key: string;
  readonly by: CaseCommand['by'];
  readonly asker: Asker;
};

export type CaseOpen = Omit<CaseDo, 'id' | 'deed'> & {
  readonly deed: Extract<CaseDeed, { readonly do: 'open' }>;
};

export type ComplaintDesk = {
  readonly world: () => CaseWorld;
  readonly open: (what: CaseOpen) => Promise<Done>;
  readonly act: (what: CaseDo) => Promise<Done>;
  readonly find: (id: string) => Promise<CaseView | null>;
  readonly findAt: (place: {
    readonly channel: string;
    readonly thread: string;
  }) => Promise<CaseView | null>;
  readonly history: (id: string) => Promise<readonly CaseEvent[]>;
  readonly list: (filter: CaseFilter) => Promise<CasePage>;
  /** Reckons the lists anew, at the start and when the data has changed; answers how many cases that changed. */
  readonly refresh: () => Promise<number>;
  /** Writes down that somebody was refused something. */
  readonly noteRefusal: (refused: {
    readonly id: string;
    readonly what: string;
    readonly by: CaseCommand['by'];
  }) => Promise<void>;
};

/** So often somebody else may be quicker; two people press at the same time, ten do not. */
const TRIES = 10;

/** The complaint desk: every door's command goes through the one guard, and is kept whole or not at all. */
export function complaintDesk(ports: ComplaintPorts): ComplaintDesk {
  const { store, announce = () => [] } = ports;
  const book = caseBook(store);
  const world = (): CaseWorld => ({ ...ports.rules(), now: ports.now(), today: ports.today() });

  const noteRefusal: ComplaintDesk['noteRefusal'] = ({ id, what, by }) =>
    auditTrail(store).add({
      ...by,
      at: ports.now(),
      kind: 'case',
      thing: id,
      what: 'refused',
      detail: { what },
    });

  const mayNot = async (
    now: Case | null,
    { deed, by, asker }: Pick<CaseOpen, 'by' | 'asker'> & { readonly deed: CaseDeed },
    { outcomes }: CaseWorld,
  ): Promise<Refusal | null> => {
    if (asker === 'trusted') return null;
    const refused = refusedTo(now, deed, { viewer: asker, outcomes });
    if (refused !== null) await noteRefusal({ id: now?.id ?? 'new', what: deed.do, by });
    return refused;
  };

  const after = (now: Case | null, id: string, events: readonly CaseEvent[]): Case => {
    const result = events.reduce<Case | null>((so, event) => afterEvent(id, so, event), now);
    if (result === null) throw new Error('a case begins with an event');
    return result;
  };

  return {
    world,
    noteRefusal,

    async open(what) {
      const at = world();
      const refused = await mayNot(null, what, at);
      if (refused !== null) return refused;
      const decided = decide(null, { ...what.deed, key: what.key, by: what.by }, at);
      if (!decided.ok) return decided;
      const { id, isNew } = await book.open(decided, {
        summarise: (opened) => summaryOf(opened, at),
        announce: (opened) =>
          announce({ before: null, after: opened, events: decided.events, world: at }),
      });
      const opened = await book.find(id);
      if (opened === null) throw new Problem('store', `case ${id} was kept and is not found`);
      return {
        ...decided,
        isRepeated: !isNew,
        events: isNew ? decided.events : [],
        view: viewOf(opened, at),
      };
    },

    async act(what) {
      const { id, deed, key, by } = what;
      for (let tried = 0; tried < TRIES; tried += 1) {
        const at = world();
        const now = await book.find(id);
        if (now === null) return refusal('no-case', `没有工单${id}。`, `There is no case ${id}.`);
        const refused = await mayNot(now, what, at);
        if (refused !== null) return refused;
        const decided = decide(now, { ...deed, key, by }, at);
        if (!decided.ok) return decided;
        const { events } = decided;
        if (events.length === 0) return { ...decided, view: viewOf(now, at) };
        const next = after(now, id, events);
        const deliveries = announce({ before: now, after: next, events, world: at });
        const change = { id, expectedSeq: now.seq, events, deliveries };
        const { ok } = await book.append(change, summaryOf(next, at));
        if (ok) return { ...decided, view: viewOf(next, at) };
      }
      throw new Problem('store', `case ${id} is being changed by too many at once; try again`);
    },

    async find(id) {
      const now = await book.find(id);
      return now === null ? null : viewOf(now, world());
    },

    async findAt(place) {
      const now = await book.findAt(place);
      return now === null ? null : viewOf(now, world());
    },

    history: (id) => book.history(id),
    list: (filter) => book.list(filter),

    refresh() {
      const at = world();
      return book.refresh((now) => summaryOf(now, at));
    },
  };
}
