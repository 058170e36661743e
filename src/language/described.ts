import { meets } from './places.ts';
import { type WordMatch, wordFinders } from './words.ts';

/** A thing by what people say of it who do not know its name: one word of each group, close together. */
export type Description = {
  readonly ids: readonly string[];
  /** The first group is the thing itself, the others tell which one: a phone, and that it is free. */
  readonly by: readonly (readonly string[])[];
};

/** So far apart words of one description may stand, in characters; a Chinese character counts as four. */
const FARTHEST = 48;
const HAN = /\p{Script=Han}/gu;
/** Where another remark begins. */
const BORDER = /[.?!;:。？！；：\n]/;

/**
 * A finder of things that are described and not named. Of several descriptions that fit one place the one with more groups is
 * meant. A match stands where the thing itself is said: what else was said of it stays in the text.
 */
export function describedFinder(
  descriptions: readonly Description[],
): (text: string) => readonly WordMatch[] {
  if (descriptions.length === 0) return () => [];
  const groups = descriptions.flatMap(({ by }, one) =>
    by.map((words, group): [string, { ids: string[]; words: readonly string[] }[]] => [
      keyOf(one, group),
      [{ ids: ['described'], words }],
    ]),
  );
  const find = wordFinders(Object.fromEntries(groups));
  const told = descriptions.map(({ ids, by }, one) => ({
    ids,
    keys: by.map((_, group) => keyOf(one, group)),
  }));
  return (text) => {
    const places = find(text);
    const found = told
      .filter(({ keys }) =>
        keys.every((key) => places[key] !== undefined && places[key].length > 0),
      )
      .flatMap(({ ids, keys }) => {
        const [things = [], ...others] = keys.map((key) => places[key] ?? []);
        const thing = things.find((match) =>
          others.every((group) => group.some((other) => areClose(text, match, other))),
        );
        return thing === undefined
          ? []
          : [{ ...thing, ids, isDescribed: true as const, groups: keys.length }];
      })
      .sort((one, other) => other.groups - one.groups);
    const kept: WordMatch[] = [];
    for (const { groups: _, ...match } of found) if (!meets(kept, match)) kept.push(match);
    return kept
      .filter((match) => !kept.some((other) => isNarrower(other, match)))
      .sort((one, other) => one.from - other.from);
  };
}

/** "the franchise out in the sticks" is one of the shops out there. */
function isNarrower(one: WordMatch, other: WordMatch): boolean {
  return one.ids.length < other.ids.length && one.ids.every((id) => other.ids.includes(id));
}

function keyOf(description: number, group: number): string {
  return `${description} ${group}`;
}

function areClose(text: string, one: WordMatch, other: WordMatch): boolean {
  if (meets([one], other)) return false;
  const between = text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from));
  const length = between.length + 3 * (between.match(HAN)?.length ?? 0);
  return length <= FARTHEST && !BORDER.test(between);
}
