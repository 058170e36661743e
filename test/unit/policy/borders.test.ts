import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import type { Language } from '../../../src/bilingual.ts';
import type { Level } from '../../../src/policy/policy.ts';
import { day } from '../../world.ts';
import { answerTo, PROMISES } from './answer-to.ts';
import { CELLS, MATRIX, OUTLETS, realPolicy } from './first-quarter.ts';

const OFFERS = Object.keys(MATRIX);
const IS_TODAY = /^(?:今天（2015年2月10日）|Today \(10 February 2015\) )/;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

// The first quarter of 2015 begins on 1 January and ends on 31 March, both days included.
const INSIDE = ['2015-01-01', '2015-01-02', '2015-02-28', '2015-03-01', '2015-03-30', '2015-03-31'];
const OUTSIDE = ['2014-12-30', '2014-12-31', '2015-04-01', '2015-04-02'];

/** What the first sentence about one cell says of its level: no yes for what is not to be led with, and no other level. */
const SAID: Readonly<Record<Level, Readonly<Record<Language, RegExp>>>> = {
  main: { zh: /^可以(?!.*(?:可选|非主推)).*主推/, en: /^Yes(?!.*(?:optional|secondary)).* main /i },
  optional: { zh: /^可以(?!.*主推).*可选/, en: /^Yes(?!.*(?:main|secondary)).* optional /i },
  secondary: { zh: /^(?!可以|.*可选).*非主推/, en: /^(?!Yes|.*optional).* secondary /i },
};

test('the matrix has 48 cells', () => {
  expect(CELLS).toHaveLength(48);
});

describe('within the campaign every cell has its level', () => {
  test.each(INSIDE)('on %s', (text) => {
    for (const { outlet, offer, level } of CELLS) {
      for (const language of LANGUAGES) {
        const asked = { outlets: [outlet], offers: [offer], language };
        const { facts, words } = answerTo(realPolicy(), day(text), asked);
        const where = `${offer} at ${outlet} on ${text}`;
        expect(facts, where).toEqual({
          campaign: '2015-q1',
          active: true,
          date: text,
          cells: [{ outlet, offer, level }],
        });
        expect(words.lead, where).toMatch(SAID[level][language]);
      }
    }
  });

  test.each(INSIDE)(
    'and is the same among all of its outlet, of its offer and of the campaign, on %s',
    (text) => {
      const cells = (asked: { outlets?: readonly string[]; offers?: readonly string[] }): unknown =>
        answerTo(realPolicy(), day(text), { ...asked, language: 'zh' }).facts.cells;
      for (const outlet of OUTLETS) {
        expect(cells({ outlets: [outlet] })).toEqual(
          CELLS.filter((cell) => cell.outlet === outlet),
        );
      }
      for (const offer of OFFERS) {
        expect(cells({ offers: [offer] })).toEqual(CELLS.filter((cell) => cell.offer === offer));
      }
      expect(cells({})).toEqual(
        OUTLETS.flatMap((outlet) => CELLS.filter((cell) => cell.outlet === outlet)),
      );
    },
  );
});

describe('outside the campaign no cell is a yes', () => {
  test.each(OUTSIDE)('on %s', (text) => {
    for (const { outlet, offer } of CELLS) {
      for (const language of LANGUAGES) {
        const questions = [
          answerTo(realPolicy(), day(text), { outlets: [outlet], offers: [offer], language }),
          answerTo(realPolicy(), day(text), { outlets: [outlet], language }),
          answerTo(realPolicy(), day(text), { offers: [offer], language }),
          answerTo(realPolicy(), day(text), { language }),
        ];
        for (const { facts, words } of questions) {
          expect(facts).toEqual({ campaign: '2015-q1', active: false, date: text, cells: [] });
          expect(textOf(words), `${offer} at ${outlet} on ${text}`).not.toMatch(PROMISES);
        }
      }
    }
  });

  test('nor where the question names the day, and today lies within', () => {
    for (const text of OUTSIDE) {
      for (const { outlet, offer } of CELLS) {
        for (const language of LANGUAGES) {
          const asked = { outlets: [outlet], offers: [offer], language, date: day(text) };
          const { facts, words } = answerTo(realPolicy(), day('2015-02-10'), asked);
          expect(facts).toMatchObject({ active: false, date: text, cells: [] });
          // What today says is said beside it, and said to be today's.
          const lines = textOf(words).split('\n');
          expect(lines.filter((line) => !IS_TODAY.test(line)).join('\n')).not.toMatch(PROMISES);
          expect(lines.filter((line) => IS_TODAY.test(line))).toHaveLength(1);
        }
      }
    }
  });
});
