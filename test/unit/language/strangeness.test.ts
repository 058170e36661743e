import { describe, expect, test } from 'vitest';
import { familiarIn, partsOf, strangeMarks } from '../../../src/language/strangeness.ts';

const familiar = familiarIn(
  ['流量包买一赠一是什么', '活动什么时候结束', 'when does the offer end'].map(partsOf),
);

describe('how much of a sentence is foreign to the trade', () => {
  test('a sentence of known parts has nothing strange in it', () => {
    expect(strangeMarks(partsOf('活动什么时候结束'), familiar, 0)).toEqual([
      'strange characters 0',
      'strange characters of 0',
      'strange pairs 0',
      'strange pairs of 0',
    ]);
  });

  test('one strange word among ours is counted', () => {
    expect(strangeMarks(partsOf('奶茶买一赠一'), familiar, 0)).toContain('strange characters 2');
    expect(strangeMarks(partsOf('when does the museum end'), familiar, 0)).toContain(
      'strange words 1',
    );
  });

  test('a learnt sentence does not vouch for itself', () => {
    expect(strangeMarks(partsOf('流量包买一赠一是什么'), familiar, 1)).toContain('strange pairs 4');
  });

  test('nothing but signs has no marks', () => {
    expect(strangeMarks(partsOf('?!…'), familiar, 0)).toEqual([]);
  });
});
