import type { Day } from './calendar/day.ts';
import { parseDay } from './calendar/day.ts';
import { isMasked } from './contracts/phone.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import { shownDigest } from './digest-content.ts';
import type { Directory, Refused } from './people/directory.ts';
import { mayAs } from './people/role.ts';
import type { ReminderRules } from './reminders/rules.ts';
import { type SaidWorld, saidAgain } from './reminders/said-again.ts';
import type { Term, TermKey } from './reminders/term.ts';
import type { RenewalDoor } from './slack/renewal-ports.ts';
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
  readonly today: () => Day;
  readonly now: () => number;
};

const ORIGIN = 'Slack';
const KEY = /^(?:digest|orphans):(\d{4}-\d\d-\d\d)(?::([CG][A-Z0-9_]+))?(?::\d+)?$/;

/** What Slack users do about contracts near their end. Every deed passes the one rule of `reminders/deeds.ts`. */
export function openRenewalDoor(ports: RenewalDoorPorts): RenewalDoor {
  const { store, desk, rules, directory, today, now } = ports;
  const terms = termBook(store);
  const contracts = contractBook(store);
  const reminders = reminderBook(store);

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

  return {
    digest: async (key) => {
      const [, written = '', channel = rules().managersChannel ?? ''] = KEY.exec(key) ?? [];
      const day = parseDay(written);
      const said = day === undefined ? [] : await reminders.saidIn(key);
      if (day === undefined || said.length === 0) return null;
      const found = new Map<string, Term>();
      for (const { contract } of said) {
        const termKey = { contract: contract.id, endsOn: contract.endsOn };
        found.set(nameOf(termKey), await terms.find(termKey));
      }
      const lines = saidAgain(said, {
        ...(await saidWorld(channel, day)),
        termOf: ({ id, endsOn }) => {
          const term = found.get(nameOf({ contract: id, endsOn }));
          if (term === undefined) throw new Error(`no term was read of ${id}`);
          return term;
        },
      });
      const about = { key, day, isOrphans: key.startsWith('orphans:') };
      return shownDigest(
        { reminderRules: rules(), nameOf: desk().nameOf },
        { channel, lines },
        about,
      );
    },

    pressed: async ({ contract: id, endsOn }) => {
      const contract = await contractOf({ contract: id, endsOn });
      if (contract === null) return null;
      const term = await terms.find({ contract: id, endsOn });
      const day = today();
      const world = { ...(await saidWorld('', day)), termOf: () => term };
      const [line] = saidAgain([{ contract, occasion: 'stage:0', saidOn: day }], world);
      if (line === undefined) return null;
      const { refusals, unreachableTimes } = rules();
      return { line, refusals, unreachableTimes };
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
      const managers = await directory.usersWith('manager', place);
      const channels = await Promise.all(
        deed.kind === 'snooze' ? managers.map((manager) => ports.directChannel(manager)) : [],
      );
      return terms.do(key, deed, {
        ...{ who: user, origin: ORIGIN, today: today(), now: now(), rules: rules() },
        calendar: desk().calendar,
        isManager: mayAs(grants, 'manager', place),
        tell: ({ tellManager, term }): readonly NewDelivery[] =>
          tellManager === null
            ? []
            : channels.map((channel) => ({
                key: `snoozed:${nameOf(key)}:${term.version}:${channel}`,
                kind: 'snoozed-often',
                ...{ channel, dueAt: now(), content: snoozedOftenView(contract, term, user) },
              })),
      });
    },

    reveal: async (key, user) => {
      const contract = await contractOf(key);
      if (contract === null) return null;
      const { claimedBy } = await terms.find(key);
      const isHis = [contract.owner, claimedBy].includes(user);
      if (!isHis && !(await isManagerOf(user, contract)))
        return { refused: await ports.refused(user, 'contract.show', key.contract) };
      await auditTrail(store).add({
        ...{ at: now(), who: user, origin: ORIGIN, kind: 'contract', thing: key.contract },
        ...{ what: 'show', detail: { endsOn: key.endsOn, masked: isMasked(contract.phone) } },
      });
      return contract;
    },

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
