import { describe, expect, it } from 'vitest';
import { LI, openDesk, textMemory } from './talk.ts';

const DAY = 24 * 60 * 60_000;

describe('a question that the desk asks back', () => {
  it.each(['1', '２', '第一个', 'the second one', 'Township store', ' “核心乡镇合作厅” '])(
    'takes %s as the option that it names',
    async (reply) => {
      const desk = openDesk();
      await desk.askedBack('which hall');
      expect(await desk.say(reply)).toMatch(
        /^what may I offer at a (core township hall|township store)/,
      );
    },
  );

  it('takes a button as the option that it is', async () => {
    const desk = openDesk();
    const asked = await desk.askedBack('which hall');
    expect(await desk.press(asked, 'township')).toBe(
      'what may I offer at a township store [after which hall]',
    );
  });

  it('passes anything else on as a question, with what was spoken of', async () => {
    const desk = openDesk();
    await desk.askedBack('which hall');
    expect(await desk.say('how does the deposit come back')).toBe(
      'how does the deposit come back [after which hall]',
    );
    expect(await desk.say('1')).toBe('1 [after how does the deposit come back]');
  });

  it('may be followed by another one, under a new id', async () => {
    const desk = openDesk();
    const first = await desk.askedBack('which hall');
    const second = await desk.askedBack('which store');
    expect(second).not.toBe(first);
    expect(await desk.press(first, 'core')).toBe('stale');
    expect(await desk.press(second, 'core')).toContain('[after which store]');
  });

  it('can be answered by a button once', async () => {
    const desk = openDesk();
    const asked = await desk.askedBack('which hall');
    await desk.press(asked, 'core');
    expect(await desk.press(asked, 'township')).toBe('stale');
  });

  it.each([
    ['an option that it does not have', 'nowhere'],
    ['no option', ''],
  ])('refuses a button with %s and goes on asking', async (_what, option) => {
    const desk = openDesk();
    const asked = await desk.askedBack('which hall');
    expect(await desk.press(asked, option)).toBe('stale');
    expect(await desk.press(asked, 'core')).toContain('core township hall');
  });

  it('refuses a button where nothing was ever asked', async () => {
    expect(await openDesk().press('gone', 'core')).toBe('stale');
  });

  it('is still asked after a restart', async () => {
    const before = openDesk();
    const asked = await before.askedBack('which hall');
    const { memory, storage } = before;
    const after = openDesk({ memory, storage });
    expect(await after.press(asked, 'core')).toContain('core township hall');
  });

  it('can be answered the next day, in the context that it was asked in', async () => {
    let now = 0;
    const desk = openDesk({ now: () => now });
    const asked = await desk.askedBack('which hall');
    now = DAY;
    expect(await desk.press(asked, 'core')).toContain('[after which hall]');
  });

  it('ends after a week', async () => {
    let now = 0;
    const desk = openDesk({ now: () => now });
    const asked = await desk.askedBack('which hall');
    now = 7 * DAY;
    expect(await desk.press(asked, 'core')).toBe('stale');
    expect(await desk.say('1')).toBe('1 [after nothing]');
  });

  it('leaves nothing behind when it has been answered (B12)', async () => {
    const desk = openDesk();
    await desk.askedBack('which hall');
    expect(desk.storage.kept.size).toBe(1);
    await desk.say('1');
    expect(desk.storage.kept.size).toBe(0);
  });

  it('takes little room while it is asked (B12)', async () => {
    const desk = openDesk();
    await desk.askedBack('which hall');
    await desk.askedBack('which store');
    const [state = ''] = desk.storage.kept.values();
    expect(state.length).toBeLessThan(2_000);
  });
});

describe('state that cannot be read', () => {
  const damages: readonly [string, (record: Kept) => unknown][] = [
    ['is of another version', (record) => ({ ...record, version: 0 })],
    ['is no record', () => 'gone'],
    ['is empty', (record) => ({ ...record, value: {} })],
    [
      'has lost its question',
      (record) => dig(record, (value) => ({ ...value, pending: { asked: 1 } })),
    ],
    ['has lost its dialog', (record) => dig(record, (value) => ({ ...value, dialogState: null }))],
    ['has a dialog of another program', (record) => dig(record, (value) => renamed(value))],
  ];

  it.each(damages)('is absent when it %s', async (_what, damage) => {
    const storage = textMemory();
    const asked = await openDesk({ storage }).askedBack('which hall');
    const [key = '', text = ''] = [...storage.kept.entries()][0] ?? [];
    storage.kept.set(key, JSON.stringify(damage(JSON.parse(text))));
    const desk = openDesk({ storage });
    expect(await desk.press(asked, 'core')).toBe('stale');
    expect(await desk.say('1')).toBe('1 [after nothing]');
    expect(await desk.say('payouts')).toBe('payouts [after 1]');
  });

  it.each(['"gone"', '{"version":1,"until":9e15,"value":{"last":{"intent":"weather"}}}', 'null'])(
    'is no context when it is %s',
    async (text) => {
      const desk = openDesk();
      await desk.say('payouts');
      for (const key of desk.memory.kept.keys()) desk.memory.kept.set(key, text);
      expect(await desk.say('and then')).toBe('and then [after nothing]');
      expect(await desk.isOpen(LI)).toBe(true);
    },
  );
});

type Kept = { readonly value: State };
type State = { readonly dialogState: { readonly dialogStack: readonly object[] } };

function dig(record: Kept, change: (value: State) => unknown): unknown {
  return { ...record, value: change(record.value) };
}

function renamed(value: State): unknown {
  const dialogStack = value.dialogState.dialogStack.map((entry) => ({ ...entry, id: 'checklist' }));
  return { ...value, dialogState: { dialogStack } };
}
