import type { KnownBlock } from '@slack/types';
import type { Bilingual } from '../../bilingual.ts';
import { type Day, daysBetween } from '../../calendar/day.ts';
import type { Contract } from '../../contracts/contract.ts';
import { maskedName } from '../../contracts/name.ts';
import { maskedPhone } from '../../contracts/phone.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import { LIMITS } from '../limits.ts';
import { context, header, type MessageView, section, sizeOf } from './blocks.ts';
import { inLanguage } from './digest-words.ts';
import { endInWords } from './end-day.ts';
import { bold, harmless, type Markup, people, stacked } from './markup.ts';

/** What one manager is told of, soonest end first. */
export type Unclaimed = {
  readonly contracts: readonly Contract[];
  readonly today: Day;
  readonly language: ChannelLanguage;
  readonly nameOf: (id: string) => Bilingual | null;
};

/** More nobody passes on between two calls. */
const LINES_SHOWN = 15;
const PART = 300;

/** To a manager: contracts that were reminded of, and that nobody has taken. */
export function unclaimedView(given: Unclaimed): MessageView {
  const { contracts, language } = given;
  const say = (words: Bilingual): string => inLanguage(words, language);
  const head = say(HEAD(contracts.length));
  const blocks: KnownBlock[] = [header(head), section(harmless(say(ASK)))];
  const written: Markup[] = [];
  for (const contract of contracts.slice(0, LINES_SHOWN)) {
    const line = lineOf(contract, given);
    const block = section(line);
    if (sizeOf([...blocks, block]) > LIMITS.messageJson) break;
    blocks.push(block);
    written.push(line);
  }
  const left = contracts.length - written.length;
  if (left > 0) blocks.push(context(harmless(say(MORE(left)))));
  return { text: stacked([bold(head, PART), ...written.slice(0, 5)]), blocks };
}

function lineOf(contract: Contract, { today, language, nameOf }: Unclaimed): Markup {
  const say = (words: Bilingual): string => inLanguage(words, language);
  const place = nameOf(contract.outlet) ?? { zh: contract.outlet, en: contract.outlet };
  const who = [
    maskedName(contract.customerName),
    maskedPhone(contract.phone),
    contract.plan,
    contract.outletName || say(place),
  ];
  const end = say(endInWords(contract.endsOn, daysBetween(today, contract.endsOn)));
  const owner = contract.owner.trim();
  const whose = owner === '' ? harmless(say(NO_OWNER)) : people([owner]);
  return stacked([
    bold(who.join(' · '), PART),
    harmless(end, PART),
    `${harmless(say(OWNER))} ${whose}` as Markup,
  ]);
}

const HEAD = (count: number): Bilingual => ({
  zh: `快到期还没有人跟进：${count}个合约`,
  en: `Ending soon and nobody’s: ${count} ${count === 1 ? 'contract' : 'contracts'}`,
});
const ASK = {
  zh: '频道里提醒过，还没有人认领。请安排人在那条提醒里按“我来跟”。',
  en: 'Their channels were reminded and nobody took them. Please have somebody press “Mine” there.',
};
const OWNER = { zh: '负责人', en: 'owner' };
const NO_OWNER = { zh: '没有写', en: 'none named' };
const MORE = (left: number): Bilingual => ({
  zh: `还有${left}个没有列出`,
  en: `${left} more are not listed`,
});
