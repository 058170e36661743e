import { describe, expect, it } from 'vitest';
import type { ConversationKey, StepAsked, StepHere } from '../../../src/dialogs/turn.ts';
import { LI, openDesk } from './talk.ts';

const THREAD = { ...LI, channel: 'C1', thread: '1.1' };
const SAM = { ...THREAD, user: 'U_SAM' };

/** A case of a few steps, as our own tables would hold it; "done" goes on, anything else is no reply. */
function openCase() {
  let at = 1;
  const seen: string[] = [];
  const standing = (): StepAsked => ({ caseId: 'C-2015-0001', asking: `step-${at}` });
  const step = (): StepHere => {
    const here = standing();
    return {
      standing: here,
      take: async (asked) => {
        seen.push(`asked ${asked?.asking ?? 'nothing'}, stands at ${here.asking}`);
        return { next: at === 4 ? null : standing() };
      },
    };
  };
  return { seen, step, goOn: () => (at += 1) };
}

const noReply = (step: StepHere): StepHere => ({ ...step, take: async () => null });

describe('the step now being asked', () => {
  const walk = (
    desk: ReturnType<typeof openDesk>,
    step: StepHere,
    key: ConversationKey = THREAD,
    text = 'done',
  ) => desk.walk({ key, text, choice: null }, step);

  it('is remembered for each person in a place by its id, and moves with what was taken', async () => {
    const desk = openDesk();
    const one = openCase();
    expect(await walk(desk, one.step())).toEqual({ kind: 'step' });
    one.goOn();
    await walk(desk, one.step());
    await walk(desk, one.step(), SAM);
    await walk(desk, one.step(), THREAD);
    expect(one.seen).toEqual([
      'asked nothing, stands at step-1',
      'asked step-1, stands at step-2',
      'asked nothing, stands at step-2',
      'asked step-2, stands at step-2',
    ]);
  });

  it('survives a restart, and is no step of another case', async () => {
    const one = openCase();
    const before = openDesk();
    await walk(before, one.step());
    const { memory, storage } = before;
    const after = openDesk({ memory, storage });
    one.goOn();
    await walk(after, one.step());
    const other = { ...one.step(), standing: { caseId: 'C-2015-0002', asking: 'x' } };
    await walk(after, other);
    expect(one.seen.map((line) => line.split(',')[0])).toEqual([
      'asked nothing',
      'asked step-1',
      'asked nothing',
    ]);
  });

  it('is asked again after a question in the middle, also after one that asks back', async () => {
    const desk = openDesk();
    const one = openCase();
    await walk(desk, one.step());
    const answered = await walk(desk, noReply(one.step()), THREAD, 'payouts');
    expect(answered).toMatchObject({ kind: 'answer', asked: null });
    const asksBack = await walk(desk, noReply(one.step()), THREAD, 'which hall');
    expect(asksBack).toMatchObject({ kind: 'answer', asked: expect.any(String) });
    expect(await walk(desk, noReply(one.step()), THREAD, '2')).toMatchObject({
      answer: { words: { lead: expect.stringContaining('township store') } },
    });
    await walk(desk, one.step());
    expect(one.seen.at(-1)).toBe('asked step-1, stands at step-1');
  });

  it('ends with the case: the next message there is a question like any other', async () => {
    const desk = openDesk();
    const one = openCase();
    await walk(desk, one.step());
    for (const _ of [1, 2, 3]) one.goOn();
    expect(await walk(desk, one.step())).toEqual({ kind: 'step' });
    expect(await desk.say('payouts', THREAD)).toBe('payouts [after nothing]');
  });

  it('stays where a reply fails', async () => {
    const desk = openDesk();
    const one = openCase();
    await walk(desk, one.step());
    const broken = { ...one.step(), take: async () => Promise.reject(new Error('no disk')) };
    await expect(walk(desk, broken)).rejects.toThrow('no disk');
    await walk(desk, one.step());
    expect(one.seen.at(-1)).toBe('asked step-1, stands at step-1');
  });
});
