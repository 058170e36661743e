import { LENGTHS } from './limits.ts';

/** What a person wrote, as plain text: without the mention of the bot, links as their words, marks decoded. */
export function spokenText(text: string, botUserId: string): string {
  const spoken = text
    .replace(/<([@#!][^<>]*|[a-z][a-z+.-]*:[^<>]*)>/gi, (_whole, inside: string) =>
      wordsOf(inside, botUserId),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
  return spoken.slice(0, LENGTHS.question).toWellFormed();
}

export function mentions(text: string, userId: string): boolean {
  return text.includes(`<@${userId}>`) || text.includes(`<@${userId}|`);
}

/** Whether a message begins by calling somebody else: then it is said to them. */
export function callsSomebodyElse(text: string, botUserId: string): boolean {
  const [, called] = /^\s*<@([^>|]+)/.exec(text) ?? [];
  return called !== undefined && called !== botUserId;
}

function wordsOf(inside: string, botUserId: string): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  // A person, a channel or a group without its name is an id, and an id says nothing about the question.
  if (target.startsWith('@')) return target === `@${botUserId}` || label === '' ? ' ' : `@${label}`;
  if (target.startsWith('#')) return label === '' ? ' ' : `#${label}`;
  if (target.startsWith('!')) return label === '' ? ' ' : label;
  return label === '' ? target : label;
}
