import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/dialogs/turn.ts';
import { echo, LI, OUTLETS, openDesk, textMemory } from './talk.ts';

const DAY = 24 * 60 * 60_000;
const idOf = (turn: Turn): string => (turn.kind === 'answer' ? turn.id : 'stale');

describe('an answer can be asked about afterwards', () => {
  it('gives what was asked, after what, and as what it was read', async () => {
    const desk = openDesk({ keepsQuestions: true });
    await desk.say('payouts');
    const id = idOf(await desk.turn('and then'));
    expect(await desk.answered(id)).toMatchObject({
      question: { text: 'and then', context: { last: { topics: ['payouts'] } } },
      intent: 'promo.eligibility',
      confidence: 0.9,
      language: 'en',
    });
  });

  it('is remembered as the text that was read, where that is another one; who asks is told to the reader', async () => {
    const desk = openDesk({
      keepsQuestions: true,
      ask: async (question, user) => ({
        ...(await echo(question, user)),
        askedAs: `at the hall of ${user}`,
      }),
    });
    const id = idOf(await desk.turn('here'));
    expect((await desk.answered(id))?.question.text).toBe(`at the hall of ${LI.user}`);
  });

  it('a pressed button is remembered by the words that it stands for', async () => {
    const desk = openDesk({ keepsQuestions: true });
    const asked = await desk.askedBack('which hall');
    const { receive } = desk;
    const turn = await receive({
      key: LI,
      text: '',
      choice: { asked, option: OUTLETS[0]?.id ?? '' },
    });
    expect((await desk.answered(idOf(turn)))?.question.text).toBe(OUTLETS[0]?.says);
  });

  it('keeps no phone of a customer, neither in the words nor in the context', async () => {
    const storage = textMemory();
    const desk = openDesk({ keepsQuestions: true, storage });
    await desk.turn('when does 13812345678 end');
    expect([...storage.kept.values()].join()).toContain('13800000000');
    expect([...storage.kept.values()].join()).not.toContain('12345678');
  });

  it('survives a restart, and is forgotten after a week', async () => {
    let now = 0;
    const storage = textMemory();
    const id = idOf(
      await openDesk({ keepsQuestions: true, storage, now: () => now }).turn('payouts'),
    );
    const later = openDesk({ keepsQuestions: true, storage, now: () => now });
    expect((await later.answered(id))?.question.text).toBe('payouts');
    now = 8 * DAY;
    expect(await later.answered(id)).toBeNull();
    expect(await later.answered('never')).toBeNull();
  });

  it('keeps no question where nobody may ask about answers', async () => {
    const desk = openDesk({ keepsQuestions: false });
    expect(await desk.answered(idOf(await desk.turn('payouts')))).toBeNull();
    expect([...desk.storage.kept.values()].join()).not.toContain('payouts');
  });
});
