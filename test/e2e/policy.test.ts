import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../unit/files/overlay.ts';
import { FOLDERS } from '../world.ts';
import { linesOf, run } from './run-command.ts';

test('desk policy: a template is filled, imported as a draft, and the data stays whole', async () => {
  const place = emptyFolder();
  const env = { DESK_DATA: join(place, 'data') };
  cpSync(FOLDERS.data, env.DESK_DATA, { recursive: true });
  const file = join(place, 'q1.xlsx');
  const template = await run(['policy', 'template', '--from', '2015-q1', '--out', file], { env });
  expect(template).toEqual({
    code: 0,
    out: `${JSON.stringify({ template: file, from: '2015-q1' })}\n`,
    err: '',
  });

  const imported = await run(['policy', 'import', file], { env });
  expect(imported.code).toBe(0);
  expect(linesOf(imported.out)).toMatchObject([
    { draft: join(env.DESK_DATA, 'drafts/2015-q1'), offers: 8, plans: 3, cells: 48, doubtful: [] },
  ]);
  expect((await run(['data', 'check'], { env })).code).toBe(0);

  const picture = join(place, 'picture.xlsx');
  writeFileSync(picture, '\x89PNG\r\n', 'latin1');
  const refused = await run(['policy', 'import', picture], { env });
  expect(refused.code).toBe(1);
  expect(linesOf(refused.out)).toMatchObject([
    { draft: null, error: expect.stringContaining('a PNG picture') },
  ]);
  expect((await run(['policy', 'import'], { env })).code).toBe(2);
});
