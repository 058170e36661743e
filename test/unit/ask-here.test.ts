import { beforeAll, describe, expect, test } from 'vitest';
import { askHere } from '../../src/ask-here.ts';
import type { Desk, Question } from '../../src/desk.ts';
import { withOutletFor } from '../../src/language/here.ts';
import { realDesk, TODAY } from '../world.ts';

const HERE = { outlet: 'core-township-hall', hall: '河口镇合作厅' };
const NAME = { zh: '核心乡镇合作厅', en: 'core township partner hall' };

let desk: Desk;
beforeAll(async () => {
  desk = await realDesk();
});
const asks = (text: string, fields: Partial<Question> = {}): Question => ({
  ...{ text, today: TODAY, context: null },
  ...fields,
});

describe('"here" is the outlet of who asks', () => {
  test.each([
    '我们厅能推什么',
    '本厅能推存费送机吗',
    '我这里能推什么',
    '咱们店主推哪些',
    '我們廳能推什麼',
    '这边能不能推合约惠机',
    'what can I offer here',
    'can our hall offer the free phone',
    'What may we lead with at this store?',
  ])('%s', (text) => {
    const { reading, answer, askedAs } = askHere(desk, asks(text), HERE);
    expect(answer.intent).toBe('promo.eligibility');
    expect(reading.entities.outlets).toEqual(['core-township-hall']);
    expect(askedAs).toMatch(/核心乡镇合作厅|core township partner hall/);
    expect(answer.language).toBe(/[a-z]/.test(text) ? 'en' : 'zh');
  });

  test.each(['那我们厅呢', 'and at our store?', '我们这边呢'])(
    'after another outlet: %s',
    (text) => {
      const { context } = desk.ask(asks('一般乡镇专营店能推存费送机吗'));
      const { reading } = askHere(desk, asks(text, { context }), HERE);
      expect(reading.entities.outlets).toEqual(['core-township-hall']);
      expect(reading.entities.offers).toEqual(['renewal-free-phone']);
    },
  );
});

describe('otherwise the question is read as it stands', () => {
  test.each([
    ['an outlet is named', '自有厅能推什么，我们这里有客户问'],
    ['it is about no outlet', '我们厅的客户存200每个月返多少'],
    ['it is a complaint', '我们厅有个客户要拆机怎么办'],
    ['nobody says "here"', '能推什么'],
    ['it is a courtesy', 'here you go'],
    ['it is about a person', '我们店长能推什么'],
  ])('where %s: %s', (_, text) => {
    const { askedAs, ...asked } = askHere(desk, asks(text), HERE);
    expect(askedAs).toBeUndefined();
    expect(asked).toEqual(desk.ask(asks(text)));
  });

  test('a complaint after an outlet was spoken of stays one', () => {
    const { context } = desk.ask(asks('一般乡镇专营店能推存费送机吗'));
    const { answer, askedAs } = askHere(
      desk,
      asks('我们厅有个客户要拆机怎么办', { context }),
      HERE,
    );
    expect([answer.intent, askedAs]).toEqual(['complaint.checklist', undefined]);
  });

  test('where nobody knows where he works', () => {
    const plain = desk.ask(asks('我们厅能推什么'));
    for (const here of [null, { outlet: null, hall: '河口镇合作厅' }])
      expect(askHere(desk, asks('我们厅能推什么'), here)).toEqual(plain);
  });
});

test.each([
  ['我们厅能推什么', '核心乡镇合作厅能推什么'],
  ['What about our own hall?', 'What about a core township partner hall?'],
  ['the free phone here', 'the free phone at a core township partner hall'],
  ['here is a question', null],
  ['这个月能推什么', null],
])('%s becomes %s', (text, expected) => {
  expect(withOutletFor(text, NAME)).toBe(expected);
});
