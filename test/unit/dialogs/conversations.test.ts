import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/dialogs/turn.ts';
import { answerSaying, contextAbout, echo, FIRE, LI, openDesk, textMemory } from './talk.ts';

const WANG = { ...LI, user: 'U_WANG' };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a conversation', () => {
  it('answers a question, and remembers what it was about for the next one', async () => {
    const desk = openDesk();
    expect(await desk.say('payouts')).toBe('payouts [after nothing]');
    expect(await desk.say('and commission')).toBe('and commission [after payouts]');
  });

  it('keeps two people in one thread apart', async () => {
    const desk = openDesk();
    const [li, wang] = [LI, WANG].map((key) => ({ ...key, channel: 'C1', thread: '1.1' }));
    const asked = await desk.askedBack('which hall', li);
    expect(await desk.say('1', wang)).toBe('1 [after nothing]');
    expect(await desk.press(asked, 'core', wang)).toBe('stale');
    expect(await desk.say('1', li)).toContain('core township hall');
  });

  it('keeps two threads of one person apart', async () => {
    const desk = openDesk();
    await desk.say('payouts', { ...LI, thread: '1.1' });
    expect(await desk.say('and then', { ...LI, thread: '2.2' })).toBe('and then [after nothing]');
  });

  it('answers two quick messages of one person one after the other, in order', async () => {
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const slow: Ask = async (question, user) => {
      order.push(`begins ${question.text}`);
      if (question.text === 'which hall') await gate.promise;
      order.push(`ends ${question.text}`);
      return echo(question, user);
    };
    const desk = openDesk({ ask: slow });
    const first = desk.say('which hall');
    const second = desk.say('2');
    gate.resolve();
    expect(await first).toContain('which hall');
    expect(await second).toBe('what may I offer at a township store [after which hall]');
    expect(order.at(-1)).toBe('ends what may I offer at a township store');
  });

  it('lets nobody wait for somebody else', async () => {
    const gate = Promise.withResolvers<void>();
    const slow: Ask = async (question, user) => {
      if (question.text === 'slow') await gate.promise;
      return echo(question, user);
    };
    const desk = openDesk({ ask: slow });
    const waiting = desk.say('slow', LI);
    expect(await desk.say('quick', WANG)).toBe('quick [after nothing]');
    gate.resolve();
    expect(await waiting).toBe('slow [after nothing]');
  });

  it('forgets a direct message after half an hour and a thread after a week', async () => {
    let now = 0;
    const desk = openDesk({ now: () => now });
    const thread = { ...LI, channel: 'C1', thread: '1.1' };
    await desk.say('payouts');
    await desk.say('payouts', thread);
    now = 31 * MINUTE;
    expect(await desk.say('and then')).toBe('and then [after nothing]');
    expect(await desk.say('and then', thread)).toBe('and then [after payouts]');
    now += 7 * DAY;
    expect(await desk.isOpen(thread)).toBe(false);
  });

  it('is open for the person who was answered there, and for nobody else', async () => {
    const aboutNothing: Ask = ({ text }) => ({ answer: answerSaying(text), context: null });
    const desk = openDesk({ ask: aboutNothing });
    await desk.say('hello');
    expect(await desk.isOpen(LI)).toBe(true);
    expect(await desk.isOpen(WANG)).toBe(false);
  });

  it('keeps nothing under a key that names a person or a channel', async () => {
    const desk = openDesk();
    await desk.askedBack('which hall');
    const keys = [...desk.memory.kept.keys(), ...desk.storage.kept.keys()];
    expect(keys).toHaveLength(2);
    expect(keys.join()).not.toMatch(/U_LI|D1|T1/);
  });
});

describe('a failing turn', () => {
  it('rejects with the error itself, leaves nothing unhandled, and the next message works (B1, B4)', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): unknown => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const desk = openDesk();
    await expect(desk.say('break')).rejects.toBe(FIRE);
    await desk.askedBack('which hall');
    await expect(desk.say('break')).rejects.toBe(FIRE);
    expect(await desk.say('payouts')).toBe('payouts [after which hall]');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('leaves the question that is being asked as it was', async () => {
    const desk = openDesk();
    const asked = await desk.askedBack('which hall');
    await expect(desk.say('break it')).rejects.toBe(FIRE);
    expect(await desk.press(asked, 'core')).toContain('core township hall');
  });

  it('does not hold up the messages that wait behind it (B5)', async () => {
    const desk = openDesk();
    const [failed, answered] = await Promise.allSettled([desk.say('break'), desk.say('payouts')]);
    expect(failed.status).toBe('rejected');
    expect(answered).toMatchObject({ value: 'payouts [after nothing]' });
  });

  it('is still answered when the memory fails, and somebody is told', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('the disk is full');
    };
    const memory = { ...textMemory(), get: broken, set: broken };
    const desk = openDesk({ memory, storage: memory });
    expect(await desk.say('payouts')).toBe('payouts [after nothing]');
    expect(desk.problems).not.toEqual([]);
  });
});

describe('words that look like templates (B3)', () => {
  const nasty = [
    '{{vars.secret}}',
    '{{vars.asked}}',
    '{{#x',
    '{{{user}}}',
    '<a href="https://a/b">&',
  ];

  it.each(nasty)('%s is answered as it was typed', async (text) => {
    const desk = openDesk();
    expect(await desk.say(text)).toBe(`${text} [after nothing]`);
  });

  it.each(nasty)(
    '%s in an answer, a label and a reply to a question stays as it is',
    async (text) => {
      const options = [{ id: 'x', label: text, says: `say ${text}` }];
      const ask: Ask = (question) => ({
        answer: answerSaying(
          `${text} ${question.text}`,
          question.text === 'begin' ? options : null,
        ),
        context: contextAbout(text),
      });
      const desk = openDesk({ ask });
      expect(await desk.say('begin')).toBe(`${text} begin`);
      expect(await desk.say(text)).toBe(`${text} say ${text}`);
    },
  );

  it('is never kept in the state of the dialog', async () => {
    const desk = openDesk();
    await desk.askedBack('which hall');
    await desk.askedBack('which {{vars.secret}} of Mr Wang 13800001234');
    const [state] = [...desk.storage.kept.values()];
    const { dialogState } = JSON.parse(state ?? '').value;
    expect(JSON.stringify(dialogState)).not.toMatch(/Wang|secret|1380000/);
  });
});
