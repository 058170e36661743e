import { LIMITS } from '../limits.ts';
import { cutWritten, visible } from './plain.ts';

declare const markup: unique symbol;
/** Text in Slack's markup, in which words of people and of answers can do nothing: see `harmless`. */
export type Markup = string & { readonly [markup]: true };

/**
 * Plain text as markup that reads the same: no `<!channel>` calls anybody, no `*` makes bold, no `>` quotes. At most
 * `max` characters.
 */
export function harmless(text: string, max: number = LIMITS.sectionText): Markup {
  return cutWritten(lookalikes(visible(text).trim()), { max, write: escaped }) as Markup;
}

/** The same, in bold, line by line: Slack's bold does not cross a line's end. */
export function bold(text: string, max: number = LIMITS.sectionText): Markup {
  const lines = visible(text)
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stars = lines.length * 2;
  const inside = harmless(lines.join('\n'), Math.max(max - stars, 1));
  return inside
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `*${line.trim()}*`))
    .join('\n') as Markup;
}

/** Pieces of markup, a line each. */
export function stacked(pieces: readonly Markup[]): Markup {
  return pieces.join('\n') as Markup;
}

/** Slack users by their names, as Slack shows them. In a direct message that calls nobody. */
export function people(users: readonly string[]): Markup {
  return users
    .map((user) => (/^[UW][A-Z0-9]+$/.test(user) ? `<@${user}>` : harmless(user)))
    .join(' ') as Markup;
}

/** Words that lead to an address of Slack's own; without one, the words alone. */
export function linked(words: string, address: string | null): Markup {
  // What could end the link, or is no address, makes none.
  const isAddress = address !== null && /^https?:\/\/[^\s<>|]{1,300}$/.test(address);
  return (isAddress ? `<${address}|${harmless(words)}>` : harmless(words)) as Markup;
}

/** A line of a list. */
export function item(text: string, max: number, bullet = '• '): Markup {
  return `${bullet}${harmless(text.replace(/(?<!\s)\s*\n\s*/g, ' '), max - bullet.length)}` as Markup;
}

const FENCE = '```';

/**
 * Words in a box of their own that a press copies as they are: within it Slack reads no mark but the back-tick, which
 * becomes its look-alike, so that nothing can end the box from within.
 */
export function copyable(text: string, max: number = LIMITS.sectionText): Markup {
  const inside = cutWritten(visible(text).trim().replace(/`/g, 'ˋ'), {
    max: Math.max(max - 2 * FENCE.length, 1),
    write: escaped,
  });
  return `${FENCE}${inside}${FENCE}` as Markup;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(character: string): string {
  return character.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
}

// Slack has no way to escape these, so where they would mean something they become their look-alikes. Between two
// letters or digits they mean nothing and stay, so that an id such as HT_2015_001 can still be copied.
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

function lookalikes(text: string): string {
  return text
    .replace(/`/g, 'ˋ')
    .replace(/(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])/g, (mark) => LOOKALIKES[mark] ?? mark)
    .replace(/^([ \t]*)>/gm, '$1›');
}
