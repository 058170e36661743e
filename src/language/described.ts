import { meets } from './places.ts';
import {
  type GroupsFinder,
  groupsFinder,
  type KindsFinder,
  type WordEntry,
  type WordMatch,
} from './words.ts';

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

/** A description, each group of its words by the number that it has among those of all descriptions. */
type Told = { readonly ids: readonly string[]; readonly groups: readonly number[] };

/**
 * A finder of things that are described and not named, of several kinds. Of several descriptions that fit one place the one
 * with more groups is meant. A match stands where the thing itself is said: what else was said of it stays in the text.
 */
export function describedFinders<Kind extends string>(
  kinds: Readonly<Record<Kind, readonly Description[]>>,
): KindsFinder<Kind> {
  const groups: (readonly WordEntry[])[] = [];
  const told = (Object.entries(kinds) as [Kind, readonly Description[]][]).map(
    ([kind, descriptions]) => ({
      kind,
      descriptions: descriptions.map(
        ({ ids, by }): Told => ({
          ids,
          groups: by.map((words) => groups.push([{ ids: ['described'], words }]) - 1),
        }),
      ),
    }),
  );
  const find = groupsFinder(groups);
  return (text) => {
    const places = find(text);
    const found = {} as Record<Kind, readonly WordMatch[]>;
    for (const { kind, descriptions } of told) found[kind] = meantBy(descriptions, text, places);
    return found;
  };
}

function meantBy(
  descriptions: readonly Told[],
  text: string,
  places: ReturnType<GroupsFinder>,
): readonly WordMatch[] {
  const fitting = descriptions.filter(({ groups }) =>
    groups.every((group) => places[group] !== undefined),
  );
  if (fitting.length === 0) return [];
  const found = fitting
    .flatMap(({ ids, groups }) => {
      const [things = [], ...others] = groups.map((group) => places[group] ?? []);
      const thing = things.find((match) =>
        others.every((group) => group.some((other) => areClose(text, match, other))),
      );
      return thing === undefined
        ? []
        : [{ match: { ...thing, ids, isDescribed: true as const }, size: groups.length }];
    })
    .sort((one, other) => other.size - one.size);
  const kept: WordMatch[] = [];
  for (const { match } of found) if (!meets(kept, match)) kept.push(match);
  return kept
    .filter((match) => !kept.some((other) => isNarrower(other, match)))
    .sort((one, other) => one.from - other.from);
}

/** "the franchise out in the sticks" is one of the shops out there. */
function isNarrower(one: WordMatch, other: WordMatch): boolean {
  return one.ids.length < other.ids.length && one.ids.every((id) => other.ids.includes(id));
}

function areClose(text: string, one: WordMatch, other: WordMatch): boolean {
  if (meets([one], other)) return false;
  const between = text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from));
  const length = between.length + 3 * (between.match(HAN)?.length ?? 0);
  return length <= FARTHEST && !BORDER.test(between);
}
