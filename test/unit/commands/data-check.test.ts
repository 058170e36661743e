import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { dataCheckCommand } from '../../../src/commands/data-check.ts';

const counts = {
  ...{ campaigns: 1, outlets: 6, offers: 8, plans: 3 },
  ...{ checklists: 4, intents: 12, examples: 9, questions: 2 },
};

test('a warning goes to standard error: what scripts read, and the exit code, stay as they are', async () => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await dataCheckCommand(
    [],
    async () => ({
      ok: true,
      counts,
      warnings: [{ zh: '明年没有。', en: 'Next year is missing.' }],
    }),
    {
      input: Readable.from([]),
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    },
  );
  expect(code).toBe(0);
  expect(out).toEqual([JSON.stringify({ ok: true, ...counts })]);
  expect(err).toEqual(['desk: warning: Next year is missing. 明年没有。']);
});
