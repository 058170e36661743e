import type { Day } from './calendar/day.ts';
import { addDays, parseDay } from './calendar/day.ts';
import { isMasked } from './contracts/phone.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import { openLanes } from './dialogs/lanes.ts';
import { shownDigest } from './digest-content.ts';
import type { Directory, Refused } from './people/directory.ts';
import type { People } from './people/named.ts';
import { mayAs } from './people/role.ts';
import { openRecipients } from './recipients.ts';
import type { DigestLine, Planned } from './reminders/plan.ts';
import type { ReminderRules } from './reminders/rules.ts';
import { type SaidWorld, saidAgain } from './reminders/said-again.ts';
import { freshTerm, isClosed, type TermKey } from './reminders/term.ts';
import type { RenewalDoor } from './slack/renewal-ports.ts';
import type { Digest } from './slack/views/digest.ts';
import { snoozedOftenView } from './slack/views/term-said.ts';
import { auditTrail } from './store/audit.ts';
import { contractBook } from './store/contracts.ts';
import { reminderBook } from './store/reminders.ts';
import type { Store } from './store/schema.ts';
import { termBook } from './store/terms.ts';

export type RenewalDoorPorts = {
  readonly store: Pick<Store, 'db'>;
  readonly desk: () => Desk;
  readonly rules: () => ReminderRules;
  readonly directory: Directory;
  readonly refused: Refused;
  readonly directChannel: (user: string) => Promise<string>;
  /** What would be posted now. */
  readonly plan: () => Promise<Planned>;
  /** Where people work: who may stand in for whom. */
  readonly people: () => People;
  readonly today: () => Day;
  readonly now: () => number;
};

/** Somebody's own contracts are those that ended so lately, or end so soon. */
const OVER_DAYS = 14;
const SOON_DAYS = 60;
const MINE_AT_MOST = 50;
const TRIAL = {
  zh: '这是测试，只有您看得到，什么都没有发出。',
  en: 'This is a test: only you see it, and nothing was posted.',
};
const WRONG_DAYS = {
  zh: '结束的日期要不早于开始，也不早于今天。',
  en: 'The last day must not lie before the first, or before today.',
};
const ORIGIN = 'Slack';
const KEY = /^(?:digest|orphans):(\d{4}-\d\d-\d\d)(?::([CG][A-Z0-9_]+))?(?::\d+)?$/;

/** What Slack users do about contracts near their end. Every deed passes the one rule of `reminders/deeds.ts`. */
export function openRenewalDoor(ports: RenewalDoorPorts): RenewalDoor {
  const { store, desk, rules, directory, today, now } = ports;
  const terms = termBook(store);
  const contracts = contractBook(store);
  const reminders = reminderBook(store);
  const recipients = openRecipients(ports);

  const saidWorld = async (channel: string, day: Day): Promise<Omit<SaidWorld, 'termOf'>> => ({
    ...{ channel, rules: rules(), calendar: desk().calendar, policy: desk().policyOn(day) },
    absences: await terms.absencesOn(day),
  });

  /** The contract of a term, unless a file has given it another end day since. */
  const contractOf = async ({ contract: id, endsOn }: TermKey) => {
    const found = await contracts.find(id);
    if (found === null) return null;
    if (found.endsOn === endsOn) return found;
    // Renewed here, and the file does not know it yet.
    const before = await terms.find({ contract: id, endsOn: found.endsOn });
    return before.renewedUntil === endsOn ? { ...found, endsOn } : null;
  };

  const isManagerOf = async (
    user: string,
    { outlet, outletName }: { outlet: string; outletName: string },
  ) => mayAs(await directory.grantsOf(user), 'manager', { outlet, hall: outletName });

  /** A contract as a line of its own, seen from today. */
  const lineOf = async (key: TermKey): Promise<DigestLine | null> => {
    const contract = await contractOf(key);
    if (contract === null) return null;
    const term = await terms.find(key);
    const day = today();
    const world = { ...(await saidWorld('', day)), termOf: () => term };
    return saidAgain([{ contract, occasion: 'seen', saidOn: day }], world)[0] ?? null;
  };

  const digestOf = async (key: string): Promise<Digest | null> => {
    const [, written = '', channel = rules().managersChannel ?? ''] = KEY.exec(key) ?? [];
    const day = parseDay(written);
    const said = day === undefined ? [] : await reminders.saidIn(key);
    if (day === undefined || said.length === 0) return null;
    const found = await terms.ofContracts(said.map(({ contract }) => contract.id));
    const byName = new Map(found.map((term) => [nameOf(term), term]));
    const lines = saidAgain(said, {
      ...(await saidWorld(channel, day)),
      termOf: ({ id: contract, endsOn }) =>
        byName.get(nameOf({ contract, endsOn })) ?? freshTerm({ contract, endsOn }),
    });
    const about = { key, day, isOrphans: key.startsWith('orphans:') };
    return shownDigest(
      { reminderRules: rules(), nameOf: desk().nameOf },
      { channel, lines },
      about,
    );
  };

  return {
    digest: digestOf,
    inTurn: openLanes(),

    pressed: async (button) => {
      const line = await lineOf(button);
      const { refusals, unreachableTimes } = rules();
      return line === null ? null : { line, refusals, unreachableTimes };
    },

    act: async (key, deed, user) => {
      const contract = await contractOf(key);
      if (contract === null) return GONE;
      const place = { outlet: contract.outlet, hall: contract.outletName };
      const grants = await directory.grantsOf(user);
      if (!mayAs(grants, 'staff')) {
        return {
          ok: false,
          why: 'wrong',
          reason: await ports.refused(user, `term.${deed.kind}`, key.contract),
        };
      }
      // Who hears of it is known before it is done: both are one transaction.
      const managers = deed.kind === 'snooze' ? await recipients.managersOf(place) : [];
      return terms.do(key, deed, {
        ...{ who: user, origin: ORIGIN, today: today(), now: now(), rules: rules() },
        calendar: desk().calendar,
        isManager: mayAs(grants, 'manager', place),
        tell: ({ tellManager, term }): readonly NewDelivery[] =>
          tellManager === null
            ? []
            : managers.map(({ channel }) => ({
                key: `snoozed:${nameOf(key)}:${term.version}:${channel}`,
                kind: 'snoozed-often',
                ...{ channel, dueAt: now(), content: snoozedOftenView(contract, term, user) },
              })),
      });
    },

    reveal: async (key, user) => {
      const line = await lineOf(key);
      if (line === null) return null;
      const { contract, term, responsible } = line;
      // Also who stands in for somebody today: he is to call.
      const isHis = [contract.owner, term.claimedBy, responsible].includes(user);
      if (!isHis && !(await isManagerOf(user, contract)))
        return { refused: await ports.refused(user, 'contract.show', key.contract) };
      await auditTrail(store).add({
        ...{ at: now(), who: user, origin: ORIGIN, kind: 'contract', thing: key.contract },
        ...{ what: 'show', detail: { endsOn: key.endsOn, masked: isMasked(contract.phone) } },
      });
      return contract;
    },

    trial: async (user) => {
      const grants = await directory.grantsOf(user);
      if (!mayAs(grants, 'manager'))
        return { refused: await ports.refused(user, 'renewals.test', user) };
      const day = today();
      const mayRead = ({ contract: { outlet, outletName: hall } }: DigestLine): boolean =>
        mayAs(grants, 'manager', { outlet, hall });
      // What was posted this morning, and what would be posted now.
      const told = await reminders.toldOn(day);
      const keys = [...told].map((channel) => `digest:${day}:${channel}`);
      const posted = (await Promise.all(keys.map(digestOf))).filter((one) => one !== null);
      const { posts } = await ports.plan();
      const planned = posts.map(({ channel, lines }) =>
        shownDigest(
          { reminderRules: rules(), nameOf: desk().nameOf },
          { channel, lines },
          { key: `digest:${day}:${channel}`, day, isOrphans: false },
        ),
      );
      return [...posted, ...planned].flatMap((digest) => {
        const lines = digest.lines.filter(mayRead);
        return lines.length === 0 ? [] : [{ ...digest, lines, note: TRIAL, isTrial: true }];
      });
    },

    mine: async (user) => {
      const day = today();
      const [from, to] = [addDays(day, -OVER_DAYS), addDays(day, SOON_DAYS)];
      const claimed = await terms.claimedBy(user);
      const owned = await contracts.ownedBy({ owner: user, from, to, limit: MINE_AT_MOST });
      const keys = [
        ...claimed.map(({ contract, endsOn }) => ({ contract, endsOn })),
        ...owned.map(({ id, endsOn }) => ({ contract: id, endsOn })),
      ];
      const unique = new Map(keys.map((key) => [nameOf(key), key]));
      const found = await Promise.all([...unique.values()].map(lineOf));
      return found
        .flatMap((line) => (line === null ? [] : [line]))
        .filter(({ term }) => !isClosed(term) && [null, user].includes(term.claimedBy))
        .sort((one, other) => (one.contract.endsOn < other.contract.endsOn ? -1 : 1));
    },

    colleagues: async (user) => {
      const here = directory.hallOf(user);
      const near = ports.people().workplaces;
      const same = near.filter(({ outlet }) => here === null || outlet === here.outlet);
      const all = [...same, ...near].map((one) => one.user);
      const managers = await directory.usersWith('manager', here ?? undefined);
      return [...new Set([...all, ...managers])].filter((one) => one !== user);
    },

    handOver: async (absence) => {
      if (absence.to < absence.from || absence.to < today()) return WRONG_DAYS;
      await terms.addAbsence({ ...absence, by: absence.user, origin: ORIGIN, now: now() });
      return null;
    },

    comeBack: (user) => terms.endAbsences(user, today(), { by: user, origin: ORIGIN, now: now() }),

    reasonOf: (id) => rules().refusals.find((one) => one.id === id)?.name ?? null,

    coaching: (language) => {
      const { coaching } = desk().policyOn(today());
      return coaching.flatMap(({ title, say }) =>
        say.length === 0 ? [] : [title[language], ...say.map((one) => `“${one[language]}”`)],
      );
    },
  };
}

function nameOf({ contract, endsOn }: TermKey): string {
  return `${contract} ${endsOn}`;
}

const GONE = {
  ok: false,
  why: 'wrong',
  reason: {
    zh: '这个合约在最新的名单里已经没有了，或者换了到期日。请看最新的提醒。',
    en: 'The newest list does not have this contract any more, or has another end day. Please look at the latest reminder.',
  },
} as const;
