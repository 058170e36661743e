import { isPlainKey, type PlainValue, plainScalar, quotedAt } from './plain-scalars.ts';

/** A place in a line, and how to go on to the next line of the same value. */
export type FlowPlace = {
  line: string;
  at: number;
  /** The next line without its indent, or undefined where the value must have ended. */
  readonly nextLine: () => string | undefined;
};

const SPACES = / */y;
const KEY = /([\w.-]+): +(?=\S)/y;
const PLAIN = /[^,[\]{}]*[^,[\]{} ]/y;
const DEEPEST = 16;

/** The value in braces, brackets or quotes that stands at the place; undefined where it is not a plain one. */
export function flowValue(place: FlowPlace, depth = 0): PlainValue | undefined {
  if (depth > DEEPEST) return undefined;
  const first = place.line[place.at];
  if (first === '{') return flowMap(place, depth);
  if (first === '[') return flowList(place, depth);
  if (first === '"' || first === "'") {
    const quoted = quotedAt(place.line, place.at);
    place.at = quoted?.end ?? place.at;
    return quoted?.text;
  }
  const written = taken(place, PLAIN)?.[0];
  return written === undefined ? undefined : plainScalar(written);
}

function flowMap(place: FlowPlace, depth: number): PlainValue | undefined {
  const found: Record<string, PlainValue> = {};
  place.at += 1;
  while (next(place) !== '}') {
    const key = taken(place, KEY)?.[1];
    if (key === undefined || !isPlainKey(key) || Object.hasOwn(found, key)) return undefined;
    const value = flowValue(place, depth + 1);
    if (value === undefined || !hasEnded(place, '}')) return undefined;
    found[key] = value;
  }
  place.at += 1;
  return found;
}

function flowList(place: FlowPlace, depth: number): PlainValue | undefined {
  const found: PlainValue[] = [];
  place.at += 1;
  while (next(place) !== ']') {
    const value = flowValue(place, depth + 1);
    if (value === undefined || !hasEnded(place, ']')) return undefined;
    found.push(value);
  }
  place.at += 1;
  return found;
}

/** Goes on to the next character that is no space; undefined where nothing follows. */
function next(place: FlowPlace): string | undefined {
  taken(place, SPACES);
  while (place.at === place.line.length) {
    const line = place.nextLine();
    if (line === undefined) return undefined;
    place.line = line;
    place.at = 0;
  }
  return place.line[place.at];
}

/** Whether an item ends here: with a comma, which is passed, or before what closes the whole. */
function hasEnded(place: FlowPlace, close: string): boolean {
  const mark = next(place);
  if (mark === ',') place.at += 1;
  return mark === ',' || mark === close;
}

function taken(place: FlowPlace, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = place.at;
  const match = pattern.exec(place.line);
  place.at += match?.[0].length ?? 0;
  return match;
}
