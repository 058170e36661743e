import type { Button, KnownBlock } from '@slack/types';
import type { Bilingual } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import { maskedName } from '../../contracts/name.ts';
import { maskedPhone } from '../../contracts/phone.ts';
import type { DigestLine } from '../../reminders/plan.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import { isClosed } from '../../reminders/term.ts';
import { LIMITS } from '../limits.ts';
import {
  actions,
  actionsWithMenu,
  button,
  context,
  header,
  type MessageView,
  section,
  sizeOf,
} from './blocks.ts';
import { headline, inLanguage, standingInWords, whyToday } from './digest-words.ts';
import { endInWords } from './end-day.ts';
import { bold, harmless, type Markup, people, stacked } from './markup.ts';
import {
  encodeTerm,
  TERM_ACTIONS,
  TERM_CHOICES,
  type TermChoice,
  type TermDeed,
  termBlockId,
} from './term-ids.ts';

/** What a digest says, with each term as it stands now: a claimed line says by whom. */
export type Digest = {
  /** Names the message for its buttons. */
  readonly key: string;
  readonly today: Day;
  readonly lines: readonly DigestLine[];
  readonly language: ChannelLanguage;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly reasonOf: (id: string) => Bilingual | null;
  /** That it is a test, or that its contracts have no channel. */
  readonly note: Bilingual | null;
  /** Shown to try it: nothing can be done with it. */
  readonly isTrial: boolean;
};

/** The names and the language that a line is written with. */
type LineWords = Pick<Digest, 'language' | 'nameOf' | 'reasonOf'>;

/** More nobody reads between two customers; the rest is one press away. */
export const LINES_SHOWN = 15;
const PART = 400;

/** One channel's digest of a day, soonest end first, with what may be offered and what may be done. */
export function digestView(digest: Digest): MessageView {
  const { lines, language, today } = digest;
  const say = (words: Bilingual): string => inLanguage(words, language);
  const head = headline(lines.length, today);
  // Where all are of one outlet its offers are said once.
  const outlets = new Set(lines.map(({ contract }) => contract.outlet));
  const [first] = lines;
  const shared = outlets.size === 1 && first !== undefined ? offersInWords(first, digest) : null;
  const shown = lines.slice(0, LINES_SHOWN);
  const blocks: KnownBlock[] = [header(say(head))];
  if (digest.note !== null) blocks.push(section(bold(say(digest.note), PART)));
  if (shared !== null) blocks.push(section(harmless(say(shared), PART)));
  const written: Markup[] = [];
  for (const line of shown) {
    const text = lineOf(line, digest, shared === null);
    const added = [section(text), ...(digest.isTrial ? [] : termButtons(line, digest))];
    if (sizeOf([...blocks, ...added]) > LIMITS.messageJson) break;
    blocks.push(...added);
    written.push(text);
  }
  const left = lines.length - written.length;
  if (left > 0) {
    blocks.push(context(harmless(say(MORE(left)))));
    if (!digest.isTrial) blocks.push(showAll(digest));
  }
  return { text: stacked([bold(say(head), PART), ...written.slice(0, 5)]), blocks };
}

function showAll({ key, today, lines, language }: Digest): KnownBlock {
  const about = { contract: '*', endsOn: today, key };
  const label = inLanguage(SHOW_ALL(lines.length), language);
  const all = button({ actionId: TERM_ACTIONS.all, label, value: encodeTerm(about) });
  return actions(termBlockId(about), [all]);
}

/** One contract: who, what, when it ends, who has it, and what may be offered. */
export function lineOf(line: DigestLine, digest: LineWords, withOffers: boolean): Markup {
  const { language, reasonOf, nameOf } = digest;
  const { contract, daysLeft, due, term } = line;
  const say = (words: Bilingual): string => inLanguage(words, language);
  const who = [
    maskedName(contract.customerName),
    maskedPhone(contract.phone),
    contract.plan,
    contract.outletName || (nameOf(contract.outlet)?.zh ?? contract.outlet),
  ];
  const why = whyToday(due);
  const end = endInWords(contract.endsOn, daysLeft);
  const when = why === null ? end : { zh: `${end.zh}（${why.zh}）`, en: `${end.en} (${why.en})` };
  const standing = standingInWords(term, reasonOf);
  return stacked([
    bold(who.join(' · '), PART),
    harmless(say(when), PART),
    ...(withOffers ? [harmless(say(offersInWords(line, digest)), PART)] : []),
    whose(line, say),
    ...(standing === null ? [] : [bold(say(standing), PART)]),
  ]);
}

function whose(
  { responsible, standsInFor, term }: DigestLine,
  say: (words: Bilingual) => string,
): Markup {
  if (responsible === null) return harmless(say(NOBODY));
  const label = term.claimedBy === null ? OWNER : HAS_IT;
  const name = people([responsible]);
  const forWhom = standsInFor === null ? '' : ` (${say(FOR)} ${people([standsInFor])})`;
  return `${harmless(say(label))} ${name}${forWhom}` as Markup;
}

function offersInWords({ offers }: DigestLine, { nameOf }: Pick<Digest, 'nameOf'>): Bilingual {
  if (offers.length === 0) return NO_OFFER;
  const named = (level: string, language: 'zh' | 'en'): string =>
    offers
      .filter((one) => one.level === level)
      .map(({ offer }) => nameOf(offer)?.[language] ?? offer)
      .join(language === 'zh' ? '、' : ', ');
  const [lead, optional] = [
    { zh: named('main', 'zh'), en: named('main', 'en') },
    { zh: named('optional', 'zh'), en: named('optional', 'en') },
  ];
  const parts = [
    ...(lead.zh === '' ? [] : [{ zh: `主推：${lead.zh}`, en: `Lead with: ${lead.en}` }]),
    ...(optional.zh === ''
      ? []
      : [{ zh: `可选：${optional.zh}`, en: `where it fits: ${optional.en}` }]),
  ];
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** What may be done with one contract. */
export function termButtons(
  line: DigestLine,
  { key, language }: Pick<Digest, 'key' | 'language'>,
): KnownBlock[] {
  const { contract, term } = line;
  const about = { contract: contract.id, endsOn: contract.endsOn, key };
  const say = (words: Bilingual): string => inLanguage(words, language);
  const made = (deed: TermDeed, isMain = false): Button =>
    button({
      ...{ actionId: TERM_ACTIONS[deed], label: say(LABELS[deed]), value: encodeTerm(about) },
      ...(isMain ? { isMain: true as const } : {}),
    });
  const blockId = termBlockId(about);
  if (isClosed(term)) return [actions(blockId, [made('reopen')])];
  const options = TERM_CHOICES.filter((choice) => choice !== 'release' || term.claimedBy !== null);
  return [
    actionsWithMenu(
      blockId,
      [...(term.claimedBy === null ? [made('claim', true)] : []), made('outcome')],
      {
        actionId: TERM_ACTIONS.more,
        options: options.map((id) => ({ id, label: say(CHOICES[id]) })),
      },
    ),
  ];
}

const LABELS: Readonly<Record<TermDeed, Bilingual>> = {
  claim: { zh: '我来跟', en: 'Mine' },
  outcome: { zh: '记结果', en: 'Outcome' },
  more: { zh: '更多', en: 'More' },
  reopen: { zh: '重新打开', en: 'Open again' },
  all: { zh: '全部', en: 'All' },
};
const CHOICES: Readonly<Record<TermChoice, Bilingual>> = {
  'snooze-1': { zh: '下一个工作日再提醒', en: 'Remind next working day' },
  'snooze-3': { zh: '3个工作日后再提醒', en: 'Remind in 3 working days' },
  coach: { zh: '电话里怎么说', en: 'What to say' },
  show: { zh: '看完整号码', en: 'Show the number' },
  release: { zh: '放回，不跟了', en: 'Give it back' },
};
const NOBODY = { zh: '还没有人跟进', en: 'nobody has it yet' };
const OWNER = { zh: '负责人', en: 'owner' };
const HAS_IT = { zh: '跟进人', en: 'taken by' };
const FOR = { zh: '代', en: 'for' };
const NO_OFFER = {
  zh: '续约能推什么还没有定，请问政策负责人',
  en: 'no renewal offer is decided; ask the policy owner',
};
const MORE = (left: number): Bilingual => ({
  zh: `还有${left}个没有列出`,
  en: `${left} more are not shown`,
});
const SHOW_ALL = (count: number): Bilingual => ({
  zh: `看全部${count}个`,
  en: `Show all ${count}`,
});
