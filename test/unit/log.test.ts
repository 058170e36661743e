import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { redacted, SILENT_LOG } from '../../src/log.ts';
import { ROOT } from '../world.ts';

describe('what must not be in a log is not in it even by mistake', () => {
  test.each([
    ['a bot token', 'failed with xoxb-1234567890-abcdefghij', 'failed with [redacted]'],
    ['a user token', 'xoxp-1-2-3', '[redacted]'],
    ['an app-level token', 'token=xapp-1-A0123-456-abcdef end', 'token=[redacted] end'],
    ['a phone', '客户13800001234来电', '客户[redacted]来电'],
    ['two phones', '13800001234,15912345678', '[redacted],[redacted]'],
    ['a phone in groups', '138 0000 1234 或 138-0000-1234', '[redacted] 或 [redacted]'],
    [
      'a phone with the code of the country',
      '+8613800001234 8613800001234',
      '[redacted] [redacted]',
    ],
    ['an identity number', '身份证110101199003071234', '身份证[redacted]'],
    ['an identity number that ends in X', '11010119900307123X', '[redacted]'],
    ['an identity number that ends in x', '11010119900307123x。', '[redacted]。'],
    ['a mail address', 'from li.lei+desk@example.com to', 'from [redacted] to'],
    [
      'a password in an address',
      'postgres://desk:s3cret@db:5432/desk',
      'postgres://[redacted]@db:5432/desk',
    ],
  ])('%s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  test.each([
    ['a contract id', 'HT2014001'],
    ['a day', '2015-02-10'],
    ['a moment', '1423555200000'],
    ['a moment of Slack', '1423555200.000100'],
    ['a count', '3733 examples in 1200 ms'],
    ['a masked phone', '138****1234'],
    ['the name of a channel', 'C0123456789'],
    ['an address without a password', 'postgres://db:5432/desk http://127.0.0.1:4000/api/'],
  ])('%s may stand', (_, text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe('a log', () => {
  test('is one JSON object a line on standard error, redacted, from its level on', async () => {
    const script = `
      import { createLog } from './src/log.ts';
      const log = createLog('info');
      log.debug('too fine');
      log.info('question answered', { intent: 'help', took: 3, isFirst: true, none: null });
      log.warn('met 13800001234', { error: 'xoxb-1234567890-abcdefghij of li@example.com' });
      log.error('stopped');
    `;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module-typescript', '--eval', script],
      { cwd: ROOT },
    );
    expect(stdout).toBe('');
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const time = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    expect(lines).toEqual([
      {
        level: 30,
        time,
        intent: 'help',
        took: 3,
        isFirst: true,
        none: null,
        msg: 'question answered',
      },
      { level: 40, time, error: '[redacted] of [redacted]', msg: 'met [redacted]' },
      { level: 50, time, msg: 'stopped' },
    ]);
  });

  test('may say nothing', () => {
    for (const say of Object.values(SILENT_LOG)) expect(say('event', { id: 1 })).toBeUndefined();
  });
});
