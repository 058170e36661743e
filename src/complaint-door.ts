import { randomUUID } from 'node:crypto';
import { type Day, daysBetween } from './calendar/day.ts';
import { newestChecklist, newestChecklists } from './checklists/checklist.ts';
import { checklistDifference } from './checklists/difference.ts';
import type { ComplaintDesk } from './complaint-desk.ts';
import { maySee, notYours, seenBy, type Viewer } from './complaints/access.ts';
import type { CaseSummary } from './complaints/summary.ts';
import type { Desk } from './desk.ts';
import { openLanes } from './dialogs/lanes.ts';
import type { Memory } from './dialogs/turn.ts';
import { GENERAL_CHECKLIST } from './language/complaint-kind.ts';
import type { Directory } from './people/directory.ts';
import type { People } from './people/named.ts';
import type { AskedMessage, CaseLine, ComplaintDoor, Done } from './slack/complaint-ports.ts';
import { SHOWN_CASES } from './slack/views/case-list.ts';

export type ComplaintDoorPorts = {
  readonly cases: ComplaintDesk;
  readonly desk: () => Desk;
  readonly directory: Directory;
  /** Where people work: who may be put in charge. */
  readonly people: () => People;
  /** Where is kept in which message a step was asked. */
  readonly memory: Memory;
  readonly report: ComplaintDoor['report'];
  readonly today: () => Day;
};

/** What Slack users do about complaint cases. */
export function openComplaintDoor(ports: ComplaintDoorPorts): ComplaintDoor {
  const { cases, desk, directory, people, memory, report, today } = ports;
  const viewerOf = async (user: string): Promise<Viewer> => ({
    user,
    grants: await directory.grantsOf(user),
  });
  const originOf = (user: string) => ({ who: user, origin: 'Slack' });
  const doneOf = (done: Awaited<ReturnType<ComplaintDesk['act']>>): Done =>
    done.ok
      ? { ok: true, now: done.view, again: done.isRepeated, askToDelete: done.askToDelete }
      : done;

  return {
    checklists: () => newestChecklists(desk().caseRules.checklists),
    outcomes: () => desk().caseRules.outcomes,
    outlets: () => desk().policyOn(today()).outlets,
    suggest: (text) => {
      const { reading } = desk().ask({ text, today: today(), context: null });
      const { checklist, words } = desk().complaintWords(text);
      return {
        checklist: reading.entities.checklist ?? checklist ?? GENERAL_CHECKLIST,
        words:
          reading.entities.checklist === null || reading.entities.checklist === checklist
            ? words
            : [],
      };
    },
    expected: (missed, language) => desk().expectedCredit(missed, language, today()),
    find: cases.find,
    at: (channel, thread) => cases.findAt({ channel, thread }),
    open: async (opening, { user, key }) =>
      doneOf(
        await cases.open({
          deed: { do: 'open', ...opening },
          ...{ key, by: originOf(user), asker: await viewerOf(user) },
        }),
      ),
    act: async (id, deed, { user, key }) =>
      doneOf(await cases.act({ id, deed, key, by: originOf(user), asker: await viewerOf(user) })),
    list: async (user, filter, outlet) => {
      const { cases: found, next } = await cases.list({
        state: 'open',
        seen: seenBy(await viewerOf(user)),
        owner: filter === 'mine' ? user : null,
        outlet,
        dueBefore: filter === 'late' ? today() : null,
        limit: SHOWN_CASES,
      });
      return { lines: found.map((one) => lineOf(one, desk(), today())), hasMore: next !== null };
    },
    refusal: async (user, id, what) => {
      const found = await cases.find(id);
      // Who asks for a case that is not there hears the same as for one that is not his.
      if (found !== null && maySee(found.case, await viewerOf(user))) return null;
      await cases.noteRefusal({ id, what, by: originOf(user) });
      return notYours({ id }).reason;
    },
    difference: ({ case: one, checklist }) => {
      const newest = newestChecklist(desk().caseRules.checklists, one.checklist.id);
      return newest === null ? [] : checklistDifference(checklist, newest).lines;
    },
    report,
    people: async ({ case: { outlet, hall } }) => {
      const place = { outlet, hall };
      const [officers, managers] = await Promise.all([
        directory.usersWith('complaint-officer', place),
        directory.usersWith('manager', place),
      ]);
      const colleagues = people()
        .workplaces.filter((one) => outlet === null || one.outlet === outlet)
        .map(({ user }) => user);
      return [...new Set([...officers, ...managers, ...colleagues])];
    },
    callable: async ({ case: { outlet, hall } }) => {
      const place = { outlet, hall };
      const [managers, officers] = await Promise.all([
        directory.usersWith('manager', place),
        directory.usersWith('complaint-officer', place),
      ]);
      return [...new Set([...managers, ...officers])];
    },
    asked: {
      recall: async (id) => askedIn(await memory.get(keyOf(id))),
      note: async (id, message) => {
        if (message === null) await memory.delete(keyOf(id));
        else await memory.set(keyOf(id), message);
      },
    },
    drafts: {
      keep: async (words) => {
        const draft = randomUUID();
        await memory.set(`draft:${draft}`, words, DRAFT_MS);
        return draft;
      },
      recall: async (draft) => {
        const words = await memory.get(`draft:${draft}`);
        return typeof words === 'string' ? words : null;
      },
    },
    inOrder: openLanes(),
    languageOf: directory.languageOf,
    hallOf: (user) => directory.hallOf(user) ?? { outlet: null, hall: null },
  };
}

/** A form that is left open longer than this is opened again. */
const DRAFT_MS = 6 * 60 * 60_000;

const keyOf = (id: string): string => `asked:${id}`;

function askedIn(kept: unknown): AskedMessage | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { asking, channel, ts } = kept as Readonly<Record<string, unknown>>;
  const isAsked = [asking, channel, ts].every((one) => typeof one === 'string');
  return isAsked ? { asking: String(asking), channel: String(channel), ts: String(ts) } : null;
}

function lineOf(one: CaseSummary, desk: Desk, today: Day): CaseLine {
  const { id, outlet, owner, nearestDueOn: dueOn, isPaused, channel, card } = one;
  return {
    ...{ id, outlet, owner, dueOn, isPaused },
    title: desk.nameOf(one.checklist) ?? { zh: one.checklist, en: one.checklist },
    done: one.stepsDone,
    all: one.stepsAll,
    daysLeft: daysBetween(today, dueOn),
    card: channel === null || card === null ? null : { channel, ts: card },
  };
}
