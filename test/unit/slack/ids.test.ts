import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  CHOICE_ACTION,
  choiceActionId,
  choiceBlockId,
  decodeChoice,
  encodeChoice,
  isChoiceBlock,
} from '../../../src/slack/views/ids.ts';

it('a choice comes back as it was given', () => {
  const text = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(text, text, fc.constantFrom('everyone', 'asker'), (asked, option, audience) => {
      const choice = { asked, option };
      expect(decodeChoice(encodeChoice(choice, audience))).toEqual({ choice, audience });
    }),
  );
});

it.each(['', 'x', 'null', '{}', '[]', '["a"]', '["a","b"]', '["a",1,"asker"]', '["","b","asker"]'])(
  '%s is no choice',
  (value) => {
    expect(decodeChoice(value)).toBeNull();
  },
);

it('ids are known again', () => {
  expect(choiceActionId(12)).toMatch(CHOICE_ACTION);
  expect('some-choice:1').not.toMatch(CHOICE_ACTION);
  expect([isChoiceBlock(choiceBlockId('q1', 0)), isChoiceBlock('other')]).toEqual([true, false]);
});
