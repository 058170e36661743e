import { describe, expect, it } from 'vitest';
import { decodeRenewalWeek, encodeRenewalWeek } from '../../../src/slack/views/renewal-week-ids.ts';
import { refusalOf, warningOf } from '../../faults/block-limits.ts';
import { formShown } from './form-shown.ts';
import {
  DONE_WORDS,
  LONGEST_RENEWAL_FORMS,
  LONGEST_RENEWAL_VIEWS,
  RENEWAL_FORMS,
  RENEWAL_PAGES,
  RENEWAL_VIEWS,
} from './renewal-views.ts';
import { shown } from './shown.ts';

const golden = (name: string): string => `../../golden/slack/${name}.txt`;

it.each(Object.entries(RENEWAL_VIEWS))('%s reads as its golden file', async (name, view) => {
  await expect(shown(view)).toMatchFileSnapshot(golden(name));
});

it.each(Object.entries(RENEWAL_FORMS))('%s reads as its golden file', async (name, form) => {
  await expect(formShown(form)).toMatchFileSnapshot(golden(name));
});

it.each(Object.entries(RENEWAL_PAGES))('%s reads as its golden file', async (name, page) => {
  await expect(`# ${page.title.text}\n${shown({ blocks: page.blocks })}`).toMatchFileSnapshot(
    golden(name),
  );
});

it('a press whose outcome the message shows says nothing more', () => {
  expect(DONE_WORDS).toEqual({
    put_off: '到期前只剩这些工作日，2月9日周一再提醒。',
    called: 'Noted: not reached, 2 so far; it stays open.',
    claimed: null,
  });
});

describe('what Slack takes', () => {
  it.each(Object.entries({ ...RENEWAL_VIEWS, ...LONGEST_RENEWAL_VIEWS }))(
    'the message %s',
    (_, { text, blocks }) => {
      const args = { channel: 'C1', text, blocks };
      expect(refusalOf('chat.postMessage', args)).toBeUndefined();
      expect(warningOf('chat.postMessage', args)).toBeUndefined();
    },
  );

  it.each(Object.entries({ ...RENEWAL_FORMS, ...RENEWAL_PAGES, ...LONGEST_RENEWAL_FORMS }))(
    'the modal %s',
    (_, view) => {
      expect(refusalOf('views.open', { view })).toBeUndefined();
    },
  );
});

it('nobody’s words call anybody: no mention but of those who look after a contract', () => {
  for (const { text, blocks } of Object.values({ ...RENEWAL_VIEWS, ...LONGEST_RENEWAL_VIEWS })) {
    expect(text).not.toContain('<!');
    const marked = JSON.stringify(blocks.filter(({ type }) => type !== 'header'));
    expect(marked).not.toContain('<!');
  }
});

it('the button of a week’s picture comes back as it was given, and no other does', () => {
  const button = { week: '2015-W07', scope: 'all', language: 'en' } as const;
  expect(decodeRenewalWeek(encodeRenewalWeek(button))).toEqual(button);
  for (const value of ['', '{}', '["2015-W7","all","en"]', '["2015-W07","theirs","en"]'])
    expect(decodeRenewalWeek(value)).toBeNull();
});
