import type { Contract } from '../contracts/contract.ts';
import type { ServedChannel } from '../policy/taking-effect.ts';
import type { ReminderRules } from './rules.ts';

/** An id of Slack's: a channel or a private one. A direct message is not a place for a hall's contracts. */
const CHANNEL_ID = /^[CG][A-Z0-9_]+$/;

export type ChannelsKnown = {
  readonly rules: Pick<ReminderRules, 'usualChannels'>;
  /** Which channels hear of news for which outlet types: they are the usual ones where the rules name none. */
  readonly served: readonly ServedChannel[];
  /** The ids of channels by their names, without the #; null where Slack cannot be asked. */
  readonly byName: ReadonlyMap<string, string> | null;
};

/**
 * Where a contract is reminded of: in its own channel, else in the usual one of its outlet type; null where there is
 * neither. Where Slack cannot be asked, a name stays a name.
 */
export function channelOf(
  { channel, outlet }: Pick<Contract, 'channel' | 'outlet'>,
  { rules, served, byName }: ChannelsKnown,
): string | null {
  if (CHANNEL_ID.test(channel)) return channel;
  const name = channel.replace(/^#/, '').toLowerCase();
  if (name !== '') {
    const named = byName === null ? `#${name}` : byName.get(name);
    if (named !== undefined) return named;
  }
  const usual = Object.hasOwn(rules.usualChannels, outlet)
    ? rules.usualChannels[outlet]
    : undefined;
  return usual ?? served.find(({ outlets }) => outlets.includes(outlet))?.channel ?? null;
}
