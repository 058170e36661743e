import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../../src/answers/answer.ts';
import { LIMITS } from '../../../src/slack/limits.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { feedbackBlocks } from '../../../src/slack/views/feedback.ts';
import { helpHintView } from '../../../src/slack/views/help-hint.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { staleView } from '../../../src/slack/views/stale.ts';
import { welcomeView } from '../../../src/slack/views/welcome.ts';
import { ANSWERS } from './answer-cases.ts';
import { answerOf, TODAY, TRIES } from './doorway.ts';
import { LONGEST_VIEWS } from './policy-views.ts';

// What Slack takes, so far as we send it. Its own refusal would name no more than `invalid_blocks`.
const words = (type: string, max: number): z.ZodType =>
  z.looseObject({ type: z.literal(type), text: z.string().min(1).max(max) });
const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('header'), text: words('plain_text', 150) }),
  z.strictObject({ type: z.literal('section'), text: words('mrkdwn', 3_000) }),
  z.strictObject({
    type: z.literal('context'),
    elements: z.array(words('mrkdwn', 3_000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: z.string().min(1).max(255),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('button'),
          action_id: z.string().min(1).max(255),
          text: words('plain_text', 75),
          value: z.string().max(2_000),
          style: z.literal('primary').exactOptional(),
        }),
      )
      .min(1)
      .max(5),
  }),
]);
const blocksSchema = z.array(blockSchema).min(1).max(50);
const actionSchema = z.object({
  block_id: z.string(),
  elements: z.array(z.object({ action_id: z.string() })),
});

const ASKING = { asked: 'a'.repeat(12), audience: 'everyone' } as const;

const FEEDBACK = feedbackBlocks({
  answerId: 'a'.repeat(12),
  language: 'en',
  mayMarkWrong: true,
  mayAskWhy: true,
  picture: { kind: 'payout', deposit: 200, day: TODAY, language: 'en' },
  isNoted: true,
});

function expectTaken(answer: Answer): void {
  const { text, blocks } = answerView(answer, ASKING, FEEDBACK);
  blocksSchema.parse(blocks);
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageJson);
  expect(text.length).toBeLessThanOrEqual(LIMITS.fallbackText);
  const rows = blocks.flatMap((block) => actionSchema.safeParse(block).data ?? []);
  const ids = rows.flatMap(({ elements }) => elements.map(({ action_id: id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(rows.map(({ block_id: id }) => id)).size).toBe(rows.length);
}

describe('what Slack takes', () => {
  it.each(Object.entries(ANSWERS))('the answer "%s"', (_name, answer) => {
    expectTaken(answer);
  });

  it('the help, the welcome, the refusal of a stale button and the page', () => {
    for (const { blocks } of [
      helpHintView(TRIES),
      welcomeView(TRIES),
      staleView(),
      homeView({ today: TODAY, tries: TRIES, languages: ['zh', 'en'], parts: [] }),
    ]) {
      blocksSchema.parse(blocks);
    }
  });

  it.each(Object.entries(LONGEST_VIEWS))('the longest %s', (_name, { text, blocks }) => {
    blocksSchema.parse(blocks);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageJson);
    expect(text.length).toBeLessThanOrEqual(40_000);
  });

  it('any answer at all', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .constantFrom('<!channel>', '*', '&', '\u202e', '😀', '👨‍👩‍👧', '', '\n')
        .map((one) => one.repeat(900)),
    );
    const option = fc.record({
      id: fc.string({ minLength: 1, maxLength: 2_500 }),
      label: text,
      says: text,
    });
    const anyWords = fc.record({
      lead: text,
      sections: fc.array(
        fc.record({
          heading: fc.option(text),
          lines: fc.array(text, { maxLength: 60 }),
          isCopyable: fc.boolean(),
        }),
        { maxLength: 60 },
      ),
      notes: fc.array(text, { maxLength: 10 }),
      source: fc.option(text),
      choices: fc.option(fc.record({ asks: text, options: fc.array(option, { maxLength: 40 }) })),
    });
    fc.assert(
      fc.property(anyWords, (some) => expectTaken(answerOf(some))),
      { numRuns: 60 },
    );
  });

  it('40,000 characters, with the number of lines that are left out', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `${index} ${'x'.repeat(98)}`);
    const answer = answerOf({ sections: [{ heading: 'All', lines }], source: 'Source' });
    expectTaken(answer);
    const { blocks } = answerView(answer, null);
    const whole = JSON.stringify(blocks);
    const [, left = ''] = /(\d+) more lines are not shown/.exec(whole) ?? [];
    expect(whole.split('• ').length - 1 + Number(left)).toBe(400);
    expect(blocks.at(-1)).toMatchObject({ elements: [{ text: 'Source' }] });
  });
});
