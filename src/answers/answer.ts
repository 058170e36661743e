import type { Language } from '../bilingual.ts';
import type { Entities, Intent, Missed } from '../language/reading.ts';

/** The published fields of an answer, per intent: `docs/contract` of the command line. Plain JSON. */
export type Facts = { readonly [field: string]: unknown };

/** One way on that a person can tap instead of typing. `says` is a question that means the same when typed. */
export type Choice = { readonly id: string; readonly label: string; readonly says: string };

/** A question back, with the answers that serve it. */
export type Choices = { readonly asks: string; readonly options: readonly Choice[] };

/** A group of short lines under a heading. */
export type Section = {
  readonly heading: string | null;
  readonly lines: readonly string[];
  /** Steps in their order, each with its number. */
  readonly isNumbered?: boolean;
  /** Words to be copied and sent on as they are: nothing stands before a line. */
  readonly isCopyable?: boolean;
};

/** What stands before a line of a section. */
export function bulletOf(section: Section, index: number): string {
  if (section.isCopyable === true) return '';
  return section.isNumbered === true ? `${index + 1}. ` : '• ';
}

/** An answer in words, in the asker's language: plain text without any markup, ready for any door. */
export type Words = {
  /** One sentence that answers. */
  readonly lead: string;
  readonly sections: readonly Section[];
  /** What must be said beside it: an assumption, a campaign's end, a caution. */
  readonly notes: readonly string[];
  /** Where it stands, in one line; null where nothing was computed. */
  readonly source: string | null;
  readonly choices: Choices | null;
};

/**
 * The case that can be opened from an answer: its checklist, and the credit that has not come where one was looked up.
 * Ids and figures, and nothing that tells who the customer is.
 */
export type CaseHint = {
  readonly checklist: string;
  readonly missed: (Missed & { readonly deposit: number }) | null;
};

export type Answer = {
  readonly intent: Intent;
  readonly confidence: number;
  readonly entities: Entities;
  readonly facts: Facts;
  readonly words: Words;
  readonly language: Language;
  /** A picture of it was wished for: the door sends it, or says how to get it. */
  readonly wantsPicture?: boolean;
  readonly opensCase?: CaseHint;
};

/** The words as plain text, a line each: for the command line, notifications and screen readers. */
export function textOf(words: Words): string {
  const sections = words.sections.flatMap((section) => [
    ...(section.heading === null ? [] : [section.heading]),
    ...section.lines.map((line, index) => bulletOf(section, index) + line),
  ]);
  const choices =
    words.choices === null
      ? []
      : [words.choices.asks, ...words.choices.options.map((option) => `• ${option.label}`)];
  return [words.lead, ...sections, ...words.notes, ...choices, words.source ?? '']
    .filter((line) => line !== '')
    .join('\n');
}
