import { Keyv } from 'keyv';
import { expect, it } from 'vitest';
import type { Memory } from '../../../src/dialogs/turn.ts';

it('a Keyv is a memory', async () => {
  const memory: Memory = new Keyv();
  await memory.set('key', { plain: ['json'] }, 1_000);
  expect(await memory.get('key')).toEqual({ plain: ['json'] });
  await memory.delete('key');
  expect(await memory.get('key')).toBeUndefined();
});
