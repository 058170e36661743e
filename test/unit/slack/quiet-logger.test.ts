import { expect, it } from 'vitest';
import { failureOf, masked, safely } from '../../../src/slack/failure.ts';
import { quietLogger } from '../../../src/slack/quiet-logger.ts';
import { notedLog } from './doorway.ts';

it('the libraries of Slack say what goes wrong, and no details', () => {
  const log = notedLog();
  const logger = quietLogger(log);
  logger.debug('Received a message on the WebSocket: {"text":"private"}');
  logger.info('connected');
  logger.warn('a warning', { body: 'private' });
  logger.error(new Error('private'), 'WebSocket error');
  expect(log.lines).toEqual([
    'debug slack.library {"says":"connected"}',
    'warn slack.library {"says":"a warning"}',
    'error slack.library {"says":"Error WebSocket error"}',
  ]);
});

it.each([
  ['token xoxb-12-ab_C and xapp-1-A2', 'token [token] and [token]'],
  [
    'wss://wss.slack.com/link/?ticket=abc-1&app_id=A1',
    'wss://wss.slack.com/link/?ticket=[secret]&app_id=[secret]',
  ],
  ['https://hooks.slack.com/actions/T1/2/abc failed', '[response url] failed'],
  ['call 13800001234 or +86 138-0000-1234', 'call [phone] or [phone]'],
  ['mail li.na@branch.example', 'mail [mail]'],
  ['at 1795368097.000001', 'at 1795368097.000001'],
  ['x'.repeat(1_000), 'x'.repeat(300)],
])('%s is written as %s', (text, written) => {
  expect(masked(text)).toBe(written);
});

it('a failure is told without what the person said', () => {
  const fields = safely(new RangeError('no outlet called 王先生的厅'), '王先生的厅');
  expect(fields).toMatchObject({ error: 'RangeError', reason: 'no outlet called …' });
  expect(fields.at).not.toContain('王先生');
  expect(safely('text', '')).toMatchObject({ error: 'not an error' });
});

it('a failure is taken out of what Bolt wraps it in', () => {
  const inside = new Error('inside');
  expect(failureOf({ originals: [inside, new Error('other')] })).toBe(inside);
  expect(failureOf({ code: 'slack_bolt_unknown_error', original: inside })).toBe(inside);
  expect(failureOf(inside)).toBe(inside);
  expect(failureOf('text')).toBe('text');
});
