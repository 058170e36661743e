import type { Button, KnownBlock } from '@slack/types';
import {
  type Answer,
  bulletOf,
  type Choices,
  type Section,
  textOf,
  type Words,
} from '../../answers/answer.ts';
import type { Language } from '../../bilingual.ts';
import { LENGTHS, LIMITS } from '../limits.ts';
import { actions, button, context, type MessageView, section, sizeOf } from './blocks.ts';
import { type Audience, choiceActionId, choiceBlockId, encodeChoice } from './ids.ts';
import { bold, copyable, harmless, item, type Markup, stacked } from './markup.ts';
import { visible } from './plain.ts';

/** The question that the buttons of an answer belong to, and who sees them. */
export type Asking = { readonly asked: string; readonly audience: Audience };

/** An answer as a message. Without `asking` it offers no choices. `below` stands under it and is never left out. */
export function answerView(
  answer: Answer,
  asking: Asking | null,
  below: readonly KnownBlock[] = [],
): MessageView {
  const { words, language } = answer;
  const before = [section(bold(words.lead, LENGTHS.lead))];
  const after = [...notes(words), ...choices(words.choices, asking), ...source(words), ...below];
  const room = {
    blocks: LIMITS.blocks - before.length - after.length - 1,
    size: LIMITS.messageJson - sizeOf(before) - sizeOf(after),
  };
  return {
    text: harmless(textOf(words), LIMITS.fallbackText),
    blocks: [...before, ...sections({ words, language, room }), ...after],
  };
}

type Room = { readonly blocks: number; readonly size: number };
type Sections = { readonly words: Words; readonly language: Language; readonly room: Room };

function sections({ words, language, room }: Sections): readonly KnownBlock[] {
  const kept: KnownBlock[] = [];
  const left = words.sections.reduce(
    (count, { lines }) => count + lines.filter(hasWords).length,
    0,
  );
  let shown = 0;
  for (const group of words.sections) {
    for (const piece of pieces(group)) {
      const block = section(stacked(piece.text));
      const missing = context(harmless(MISSING[language](left - shown)));
      const full = kept.length >= room.blocks || sizeOf([...kept, block, missing]) > room.size;
      if (full) return [...kept, missing];
      kept.push(block);
      shown += piece.lines;
    }
  }
  return kept;
}

function hasWords(text: string): boolean {
  return visible(text).trim() !== '';
}

type Piece = { readonly text: readonly Markup[]; readonly lines: number };

// A long section becomes several blocks, each as full as Slack allows, or a tenth of a message.
function pieces(whole: Section): readonly Piece[] {
  const { heading, lines } = whole;
  const title = heading === null || !hasWords(heading) ? [] : [bold(heading, LIMITS.headerText)];
  if (whole.isCopyable === true) return copies(title, lines);
  const most = LIMITS.messageJson / 10;
  const done: Piece[] = [];
  let text = [...title];
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (!hasWords(line)) continue;
    const next = item(line, LENGTHS.line, bulletOf(whole, index));
    if (count > 0 && stacked([...text, next]).length > most) {
      done.push({ text, lines: count });
      text = [];
      count = 0;
    }
    text.push(next);
    count += 1;
  }
  return text.length === 0 ? done : [...done, { text, lines: count }];
}

/** Each in a block of its own: what stands beside it would be copied too. */
function copies(title: readonly Markup[], lines: readonly string[]): readonly Piece[] {
  return [
    ...(title.length === 0 ? [] : [{ text: title, lines: 0 }]),
    ...lines.filter(hasWords).map((line) => ({ text: [copyable(line)], lines: 1 })),
  ];
}

const MISSING: Readonly<Record<Language, (lines: number) => string>> = {
  zh: (lines) => `还有 ${lines} 行没有显示，请把问题问得更具体一些。`,
  en: (lines) => `${lines} more lines are not shown. Please ask for something narrower.`,
};

function notes({ notes: all }: Words): readonly KnownBlock[] {
  return all.length === 0 ? [] : [context(harmless(all.join('\n'), LENGTHS.notes))];
}

function source({ source: text }: Words): readonly KnownBlock[] {
  return text === null ? [] : [context(harmless(text, LENGTHS.source))];
}

function choices(offered: Choices | null, asking: Asking | null): readonly KnownBlock[] {
  if (offered === null) return [];
  const asks = section(harmless(offered.asks, LENGTHS.asks));
  if (asking === null) return [asks];
  const { asked, audience } = asking;
  const buttons: Button[] = [];
  for (const [index, option] of offered.options.entries()) {
    const value = encodeChoice({ asked, option: option.id }, audience);
    const next = button({ actionId: choiceActionId(index), label: option.label, value });
    // A button that Slack would refuse, and the message with it, is left out: its label can still be typed.
    if (value.length > LIMITS.buttonValue) continue;
    if (sizeOf([...buttons, next]) > LENGTHS.buttonsJson) break;
    buttons.push(next);
  }
  const rows: KnownBlock[] = [];
  for (let row = 0; row < LIMITS.buttonRows; row += 1) {
    const from = row * LIMITS.buttonsInRow;
    const inRow = buttons.slice(from, from + LIMITS.buttonsInRow);
    if (inRow.length > 0) rows.push(actions(choiceBlockId(asked, row), inRow));
  }
  return [asks, ...rows];
}
