import { describe, expect, test } from 'vitest';
import { changeSince } from '../../../src/language/change.ts';
import type { HeldOut } from '../../../src/language/held-out.ts';
import { pastCheckOf, remembering } from '../../../src/language/past-check.ts';
import { day } from '../../world.ts';
import { heldOut } from './examples.ts';

const FIRST = day('2015-02-09');
const SECOND = day('2015-02-10');
const BEFORE = [
  heldOut('promo.details', '活动到几号', 1),
  heldOut('promo.details', '活动是什么', 1.2),
  heldOut('promo.details', '有什么活动', 0.1),
  heldOut('help', '你是谁', 0.5),
  heldOut('help', '谢谢', -0.2, 'out_of_scope'),
];
/** Of the sentences here, two have as much in common as they have characters. */
const likeness = (one: HeldOut, other: HeldOut): number =>
  [...one.sentence.typed].filter((character) => other.sentence.typed.includes(character)).length /
  one.sentence.typed.length;
const change = (now: readonly HeldOut[]) => changeSince(pastCheckOf(FIRST, BEFORE), now, likeness);
const texts = (moved: readonly { readonly before: { readonly text: string } }[]) =>
  moved.map(({ before }) => before.text);

describe('what a changed example did to the others', () => {
  const bad = heldOut('help', '活动是谁的', -1, 'promo.details');
  const [to, is, which, who, thanks] = BEFORE as [HeldOut, HeldOut, HeldOut, HeldOut, HeldOut];

  test('nothing, where all are read as before', () => {
    expect(change(BEFORE)).toEqual({
      since: FIRST,
      added: [],
      removed: [],
      nowWrong: [],
      nowRight: [],
      edge: { wrong: 0, right: 0 },
      hurt: [],
    });
  });

  test('what was added and removed is named', () => {
    const { added, removed } = change([...BEFORE.slice(1), bad]);
    expect(added).toEqual([bad]);
    expect(removed.map(({ text }) => text)).toEqual(['活动到几号']);
  });

  test('an example that moved to another intent was removed from one and added to the other', () => {
    const moved = heldOut('help', '活动到几号', 1);
    const { added, removed } = change([moved, ...BEFORE.slice(1)]);
    expect(added).toEqual([moved]);
    expect(removed).toMatchObject([{ intent: 'promo.details', text: '活动到几号' }]);
  });

  test('the intent that was hurt is named, with its examples and the new line that is like them', () => {
    const { hurt, nowWrong } = change([
      heldOut('promo.details', to.sentence.typed, -0.1, 'help'),
      heldOut('promo.details', is.sentence.typed, 0.3),
      which,
      who,
      thanks,
      bad,
    ]);
    expect(texts(nowWrong)).toEqual(['活动到几号']);
    expect(hurt).toHaveLength(1);
    expect(hurt[0]).toMatchObject({ intent: 'promo.details', before: 1, now: 2 / 3, cause: bad });
    expect(texts(hurt[0]?.examples ?? [])).toEqual(['活动到几号', '活动是什么']);
  });

  test('one example that fell far is chance, unless a new line is like it', () => {
    const fallen = [
      to,
      heldOut('promo.details', is.sentence.typed, -0.1, 'help'),
      which,
      who,
      thanks,
    ];
    expect(change(fallen).hurt).toEqual([]);
    expect(change([...fallen, heldOut('help', 'hello', 1)]).hurt).toEqual([]);
    expect(change([...fallen, bad]).hurt).toMatchObject([{ intent: 'promo.details', cause: bad }]);
  });

  test('what falls from the edge is counted and hurts nobody', () => {
    const { edge, nowWrong, nowRight, hurt } = change([
      to,
      is,
      heldOut('promo.details', which.sentence.typed, -0.1, 'help'),
      who,
      heldOut('help', thanks.sentence.typed, 0.1),
    ]);
    expect({ edge, nowWrong, nowRight, hurt }).toEqual({
      edge: { wrong: 1, right: 1 },
      nowWrong: [],
      nowRight: [],
      hurt: [],
    });
  });

  test('where many of one intent fall from the edge, it is hurt all the same', () => {
    const at = (lead: number, readAs: 'help' | 'clarify') =>
      Array.from({ length: 12 }, (_, number) => heldOut('help', `${number}`, lead, readAs));
    const { hurt } = changeSince(
      pastCheckOf(FIRST, at(0.1, 'help')),
      at(-0.1, 'clarify'),
      likeness,
    );
    expect(hurt).toMatchObject([{ intent: 'help', before: 1, now: 0, cause: null }]);
  });
});

describe('what is remembered of a check', () => {
  const first = pastCheckOf(FIRST, BEFORE);
  const second = pastCheckOf(SECOND, BEFORE.slice(1));

  test('the first one has none before it', () => {
    expect(remembering(null, first)).toEqual({ last: first, before: null });
  });

  test('a second one comes after the first', () => {
    expect(remembering({ last: first, before: null }, second)).toEqual({
      last: second,
      before: first,
    });
  });

  test('the same once more changes nothing, also where lines were moved', () => {
    const past = remembering({ last: first, before: null }, second);
    const again = pastCheckOf(SECOND, BEFORE.slice(1).toReversed());
    expect(remembering(past, again)).toEqual(past);
  });
});
