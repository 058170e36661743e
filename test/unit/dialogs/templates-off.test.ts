import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { turnTemplatesOff } from '../../../src/dialogs/templates-off.ts';

it('the templates of Botkit say what they are, and run nothing (B3)', () => {
  turnTemplatesOff();
  const require = createRequire(import.meta.url);
  const mustache = createRequire(require.resolve('botkit'))('mustache');
  const vars = { secret: 'the secret' };
  for (const text of ['{{vars.secret}}', '{{#x', 'https://a/b', '{{{vars.secret}}}']) {
    expect(mustache.render(text, { vars })).toBe(text);
  }
});
