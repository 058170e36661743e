import { type FlowPlace, flowValue } from './plain-flow.ts';
import { isPlainKey, type PlainValue, plainScalar } from './plain-scalars.ts';

/**
 * What a YAML file holds that is written plainly: keys, lists, texts and numbers, each beginning and ending on one
 * line, with comments, and folded texts. Undefined for anything else (anchors, tags, escapes, several documents, a
 * fault), which only the full reader understands. A file is read ten times as fast in this way.
 */
export function plainYaml(text: string): PlainValue | undefined {
  const yaml = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  if (STRANGE.test(yaml)) return undefined;
  const lines = linesOf(yaml);
  const cursor = { lines, at: 0 };
  const value = mapAt(cursor, 0);
  return cursor.at > 0 && lines[cursor.at]?.indent === END ? value : undefined;
}

/** Tabs, and characters that are no text or that may end a line. */
const STRANGE = /[^\n -~\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const REMARK = /^ +#/;
/** Deeper than this the data never is. */
const WIDEST_INDENT = 40;
/** The indent of the line after the last one. */
const END = -1;

/** A line with something in it. */
type Line = {
  readonly indent: number;
  readonly text: string;
  /** Which of the file's lines it is. */
  readonly number: number;
  /** How far the comments right above it are indented at the most. */
  readonly remark: number;
};
type Cursor = { readonly lines: Line[]; at: number };

function linesOf(yaml: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  let remark = END;
  for (const whole of yaml.split('\n')) {
    number += 1;
    let indent = 0;
    while (whole.charCodeAt(indent) === 0x20) indent += 1;
    if (whole[indent] === '#') remark = Math.max(remark, indent);
    if (whole === '' || whole[indent] === '#') continue;
    lines.push({ indent, text: indent === 0 ? whole : whole.slice(indent), number, remark });
    remark = END;
  }
  lines.push({ indent: END, text: '', number, remark });
  return lines;
}

/** The map whose keys stand at this indent. */
function mapAt(cursor: Cursor, indent: number): PlainValue | undefined {
  if (indent > WIDEST_INDENT) return undefined;
  const found: Record<string, PlainValue> = {};
  for (let line = lineAt(cursor, indent); line !== undefined; line = lineAt(cursor, indent)) {
    const key = keyOf(line.text);
    if (key === undefined || Object.hasOwn(found, key)) return undefined;
    cursor.at += 1;
    const rest = line.text.slice(key.length + 1);
    const value =
      rest === '' || REMARK.test(rest)
        ? valueBelow(cursor, indent)
        : valueIn(cursor, rest.slice(1), indent);
    if (value === undefined) return undefined;
    found[key] = value;
  }
  return found;
}

/** The list whose hyphens stand at this indent. */
function listAt(cursor: Cursor, indent: number): PlainValue | undefined {
  const found: PlainValue[] = [];
  for (let line = lineAt(cursor, indent); line !== undefined; line = lineAt(cursor, indent)) {
    if (!line.text.startsWith('- ')) return undefined;
    const text = line.text.slice(2);
    let value: PlainValue | undefined;
    if (keyOf(text) === undefined) {
      cursor.at += 1;
      value = valueIn(cursor, text, indent);
    } else {
      // "- key: value": a map whose first key stands behind the hyphen.
      cursor.lines[cursor.at] = { ...line, indent: indent + 2, text };
      value = mapAt(cursor, indent + 2);
    }
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found;
}

function lineAt({ lines, at }: Cursor, indent: number): Line | undefined {
  const line = lines[at];
  return line?.indent === indent ? line : undefined;
}

/** The key that a line begins with. */
function keyOf(text: string): string | undefined {
  const colon = text.indexOf(':');
  const after = text[colon + 1];
  if (colon < 1 || (after !== undefined && after !== ' ')) return undefined;
  const key = text.slice(0, colon);
  return isPlainKey(key) ? key : undefined;
}

/** The value on the lines below a key, all of them indented further than it. */
function valueBelow(cursor: Cursor, indent: number): PlainValue | undefined {
  const line = cursor.lines[cursor.at];
  if (line === undefined || line.indent <= indent) return undefined;
  if (line.text.startsWith('- ')) return listAt(cursor, line.indent);
  if (keyOf(line.text) !== undefined) return mapAt(cursor, line.indent);
  cursor.at += 1;
  return valueIn(cursor, line.text, indent);
}

/** The value that begins in this part of the line before the cursor. What it belongs to stands at `indent`. */
function valueIn(cursor: Cursor, text: string, indent: number): PlainValue | undefined {
  if (text === '>-') return foldedText(cursor, indent);
  const [first] = text;
  if (first !== '{' && first !== '[' && first !== '"' && first !== "'") {
    let end = text.indexOf(' #');
    if (end < 0) return plainScalar(text);
    // Spaces alone: to YAML the wide space of Chinese is part of the text.
    while (text[end - 1] === ' ') end -= 1;
    return plainScalar(text.slice(0, end));
  }
  const place: FlowPlace = { line: text, at: 0, nextLine: () => lineWithin(cursor, indent) };
  const value = flowValue(place);
  const rest = place.line.slice(place.at);
  return rest === '' || REMARK.test(rest) ? value : undefined;
}

/** The lines of a folded text as one. What looks like a comment is text where it is indented as far. */
function foldedText(cursor: Cursor, indent: number): string | undefined {
  const inner = cursor.lines[cursor.at]?.indent ?? END;
  const lines: string[] = [];
  while (lineAt(cursor, inner) !== undefined) {
    const line = lineWithin(cursor, indent);
    if (line === undefined || line === '' || line.endsWith(' ')) return undefined;
    lines.push(line);
  }
  const remark = cursor.lines[cursor.at]?.remark ?? END;
  return lines.length > 0 && remark <= indent ? lines.join(' ') : undefined;
}

/** The next line of a value over several lines, which no comment and no empty line interrupts. */
function lineWithin(cursor: Cursor, indent: number): string | undefined {
  const [before, line] = [cursor.lines[cursor.at - 1], cursor.lines[cursor.at]];
  if (before === undefined || line === undefined) return undefined;
  if (line.indent <= indent || line.number !== before.number + 1) return undefined;
  cursor.at += 1;
  return line.text;
}
