import { addDays } from './calendar/day.ts';
import type { Contract } from './contracts/contract.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import { deskOf, isMorning, type ManagersPorts, oncePerState } from './managers-told.ts';
import { type ChannelLanguage, languageOf } from './reminders/rules.ts';
import { soonestFirst } from './reminders/unclaimed.ts';
import { unclaimedView } from './slack/views/unclaimed.ts';
import { unclaimedBook } from './store/unclaimed.ts';

const KIND = 'unclaimed';

/** Where a message goes, in which language, and about which contracts. */
type Addressed = {
  readonly channel: string;
  readonly language: ChannelLanguage;
  readonly contracts: Contract[];
};

/**
 * Tells the managers of an outlet which of its contracts end soon, were reminded of, and are nobody's: one message a
 * manager and working day, and each contract once.
 */
export function openUnclaimed(ports: ManagersPorts): {
  /** Looks once a day, on a working morning. Cheap after. Never rejects. */
  readonly look: () => Promise<void>;
} {
  const { desk, rules, directory, today, now, log } = ports;
  const book = unclaimedBook(ports.store);

  /** Each message, and the contracts that nobody can be told of. */
  const addressed = async (contracts: readonly Contract[]) => {
    const byChannel = new Map<string, Addressed>();
    const nobodys: Contract[] = [];
    const deskOnce = remembered((manager) => deskOf(manager, ports));
    const managersOnce = remembered((place) => {
      const [outlet = '', hall = ''] = JSON.parse(place);
      return directory.usersWith('manager', { outlet, hall });
    });
    const { managersChannel } = rules();
    const general =
      managersChannel === null
        ? null
        : { channel: managersChannel, language: languageOf(rules(), managersChannel) };
    for (const contract of contracts) {
      const managers = await managersOnce(JSON.stringify([contract.outlet, contract.outletName]));
      const own = (await Promise.all(managers.map(deskOnce))).filter((one) => one !== null);
      const places = own.length > 0 || general === null ? own : [general];
      if (places.length === 0) nobodys.push(contract);
      for (const place of places) {
        const before = byChannel.get(place.channel);
        if (before === undefined) byChannel.set(place.channel, { ...place, contracts: [contract] });
        else before.contracts.push(contract);
      }
    }
    return { messages: [...byChannel.values()], nobodys };
  };

  const tell = async (): Promise<void> => {
    const day = today();
    if (await book.isToldOn(day)) return;
    const until = addDays(day, rules().unclaimedDays);
    const found = soonestFirst(await book.find({ today: day, until }));
    const { messages, nobodys } = await addressed(found);
    if (nobodys.length > 0) log.warn('unclaimed.no-manager', { count: nobodys.length });
    if (messages.length === 0) return;
    const untold = new Set(nobodys);
    const deliveries = messages.map(({ channel, language, contracts }): NewDelivery => {
      const { nameOf } = desk();
      const content = unclaimedView({ contracts, today: day, language, nameOf });
      return { key: `${KIND}:${day}:${channel}`, kind: KIND, channel, dueAt: now(), content };
    });
    const contracts = found.filter((contract) => !untold.has(contract));
    const isTold = await book.tell({ day, now: now(), contracts, deliveries });
    if (isTold)
      log.info('unclaimed.planned', { messages: deliveries.length, contracts: contracts.length });
  };

  return {
    look: oncePerState(ports, {
      name: 'unclaimed.look',
      stateOf: () => (isMorning(ports) ? today() : null),
      act: tell,
    }),
  };
}

function remembered<Value>(of: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}
