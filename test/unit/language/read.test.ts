import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTENTS } from '../../../src/language/reading.ts';
import { holds } from '../../holds.ts';
import { realDesk, TODAY } from '../../world.ts';
import { anyDay } from '../calendar/days.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

const desk = await realDesk();

describe('reading never fails', () => {
  test.each(STRANGE)('%s gets an answer', (_, text) => {
    const { answer } = desk.ask({ text, today: TODAY, context: null });
    expect(INTENTS).toContain(answer.intent);
    expect(answer.words.lead).not.toBe('');
    expect(answer.words.lead.isWellFormed()).toBe(true);
  });

  test('nor for any text, on any day, in any conversation', () => {
    holds(
      fc.property(
        fc.array(fc.oneof(anyText, anyQuestion), { minLength: 1, maxLength: 4 }),
        anyDay,
        (texts, today) => {
          let context: Parameters<typeof desk.ask>[0]['context'] = null;
          for (const text of texts) {
            const asked = desk.ask({ text, today, context });
            expect(INTENTS).toContain(asked.answer.intent);
            expect(asked.answer.words.lead).not.toBe('');
            context = asked.context;
          }
          // What a conversation remembers is kept between restarts.
          expect(JSON.parse(JSON.stringify(context))).toEqual(context);
        },
      ),
      300,
    );
  });

  test('unseen characters and marks of direction change nothing', () => {
    const plain = desk.ask({ text: '核心乡镇合作厅能推什么', today: TODAY, context: null });
    for (const text of [
      '\u202e核心乡镇合作厅\u200f能推什么\u202c',
      '核心\u200b乡镇合\ufeff作厅能推什么\u0000',
      '\ud83d核心乡镇合作厅能推什么\ude00',
      '　核心乡镇合作厅能推什么　',
    ]) {
      expect(desk.ask({ text, today: TODAY, context: null })).toEqual(plain);
    }
  });
});
