import type { Paper, Part, Table } from '../paper.ts';

/** The paper as Markdown (GitHub's, for the tables). What people typed reads as they typed it, and does nothing. */
export function markdownOf(paper: Paper): string {
  const blocks = paper.parts.map(blockOf).filter((block) => block !== '');
  const foot = escapedLine(paper.foot);
  return `${[`# ${escapedLine(paper.title)}`, ...blocks, '---', foot].join('\n\n')}\n`;
}

function blockOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level + 1)} ${escapedLine(part.text)}`;
    case 'text':
      return escapedLines(part.text).join('  \n');
    case 'quote':
      return escapedLines(part.text)
        .map((line) => `> ${line}`)
        .join('  \n');
    case 'list':
      return part.items.map((item) => `- ${escapedLines(item).join('  \n  ')}`).join('\n');
    case 'pairs':
      return part.pairs
        .map(([name, value]) => `- **${escapedLine(name)}**: ${escapedLines(value).join('  \n  ')}`)
        .join('\n');
    case 'table':
      return tableOf(part);
    case 'page':
      return '';
  }
}

function tableOf({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => escapedLines(cell).join('<br>')).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

function escapedLine(text: string): string {
  return escaped(text.replace(/(?<!\s)\s*\n\s*/g, ' '));
}

function escapedLines(text: string): readonly string[] {
  return text.split('\n').map(escaped);
}

/** Means something anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>|~&]/g;
/** Means something where a line begins: a heading, a list, a rule, a number of a list. */
const AT_THE_START = /^(?:[#+=-]|\d+(?=[.)]))/;
/** Becomes a link by itself. */
const LINK = /(?<=https?|ftp):|(?<=www)\.|@/gi;

/** One line of text as Markdown that reads the same. */
export function escaped(text: string): string {
  return text
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(LINK, '\\$&')
    .replace(AT_THE_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
