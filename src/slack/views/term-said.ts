import type { KnownBlock } from '@slack/types';
import type { Language } from '../../bilingual.ts';
import type { Contract } from '../../contracts/contract.ts';
import { maskedName } from '../../contracts/name.ts';
import { maskedPhone } from '../../contracts/phone.ts';
import type { Done } from '../../reminders/deeds.ts';
import type { Term } from '../../reminders/term.ts';
import { LIMITS } from '../limits.ts';
import { divider, header, type MessageView, section, sizeOf } from './blocks.ts';
import { shortDay } from './end-day.ts';
import { bold, harmless, item, type Markup, people, stacked } from './markup.ts';

/** One line that only the presser reads. */
export function saidView(words: string): MessageView {
  const text = markedPeople(words);
  return { text, blocks: [section(text)] };
}

/** Words of ours in which somebody is named by his id: Slack shows his name. */
function markedPeople(words: string): Markup {
  const parts = words.split(/<@([UW][A-Z0-9]+)>/);
  return parts
    .map((part, index) => (index % 2 === 1 ? people([part]) : harmless(part)))
    .filter((part) => part !== '')
    .join(' ') as Markup;
}

/** What came of a press that the message itself does not show; null where it shows it. */
export function doneWords({ term, detail }: Done, language: Language): string | null {
  const isZh = language === 'zh';
  if (detail.until !== undefined && term.snoozedUntil !== null) {
    const day = shortDay(term.snoozedUntil)[language];
    const cut = detail.shortened === true;
    if (isZh) return `${cut ? '到期前只剩这些工作日，' : ''}${day}再提醒。`;
    return `You will be reminded on ${day}${cut ? ', the last working day before it ends' : ''}.`;
  }
  if (detail.times !== undefined && term.closedAt === null) {
    const times = term.unreachable;
    return isZh
      ? `记下了：第${times}次没打通，合约还开着。`
      : `Noted: not reached, ${times} so far; it stays open.`;
  }
  return null;
}

/** The customer in full, for those who may call him. */
export function customerView(contract: Contract, language: Language): MessageView {
  const { customerName, phone, id, plan } = contract;
  const note =
    language === 'zh'
      ? '只有您看得到，这次查看已记录。'
      : 'Only you see this, and that you looked is on record.';
  const text = stacked([
    bold(`${customerName} ${phone}`),
    harmless(`${id} · ${plan}`),
    harmless(note),
  ]);
  return { text, blocks: [section(text)] };
}

/** What to say to a customer who hesitates. */
export function coachingView(lines: readonly string[], language: Language): MessageView {
  const title = language === 'zh' ? '续约电话怎么说' : 'What to say on a renewal call';
  const written = lines.map((line) => (line.startsWith('“') ? item(line, LINE) : bold(line, LINE)));
  const blocks: KnownBlock[] = [header(title)];
  for (const part of chunked(written)) {
    const block = section(stacked(part));
    // Nobody reads on that far during a call.
    if (sizeOf([...blocks, block]) > LIMITS.messageJson) break;
    blocks.push(block);
  }
  return { text: stacked([harmless(title), ...written.slice(0, 4)]), blocks };
}

const LINE = 280;
const LINES_IN_BLOCK = 8;

function chunked(lines: readonly Markup[]): readonly (readonly Markup[])[] {
  const count = Math.ceil(lines.length / LINES_IN_BLOCK);
  return Array.from({ length: count }, (_, index) =>
    lines.slice(index * LINES_IN_BLOCK, (index + 1) * LINES_IN_BLOCK),
  );
}

/** To the managers: a contract is put off again and again. */
export function snoozedOftenView(contract: Contract, term: Term, who: string): MessageView {
  const customer = `${maskedName(contract.customerName)} ${maskedPhone(contract.phone)} · ${contract.plan} · ${contract.outletName}`;
  const [until, end] = [shortDay(term.snoozedUntil ?? term.endsOn), shortDay(term.endsOn)];
  const zh = stacked([
    bold(`已推迟${term.snoozes}次：${customer}`),
    harmless(`${end.zh}到期，推迟到${until.zh}。`),
    people([who]),
  ]);
  const en = stacked([
    harmless(`Put off ${term.snoozes} times, now until ${until.en}; it ends ${end.en}.`),
  ]);
  return { text: stacked([zh, en]), blocks: [section(zh), divider(), section(en)] };
}
