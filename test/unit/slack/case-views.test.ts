import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_DEEDS,
  decodeForm,
  decodeMenu,
  decodeOpen,
  decodeOpenForm,
  decodeStep,
  encodeForm,
  encodeMenu,
  encodeOpen,
  encodeStep,
  STEP_DEEDS,
} from '../../../src/slack/views/case-ids.ts';
import { refusalOf, warningOf } from '../../faults/block-limits.ts';
import { CASE_FORMS, CASE_VIEWS, LONGEST_CASE_FORMS, LONGEST_CASE_VIEWS } from './case-views.ts';
import { formShown } from './form-shown.ts';
import { shown } from './shown.ts';

it.each(Object.entries(CASE_VIEWS))('%s reads as its golden file', async (name, view) => {
  await expect(shown(view)).toMatchFileSnapshot(`../../golden/slack/${name}.txt`);
});

it.each(Object.entries(CASE_FORMS))('the form %s reads as its golden file', async (name, form) => {
  await expect(formShown(form)).toMatchFileSnapshot(`../../golden/slack/${name}.txt`);
});

describe('what Slack takes', () => {
  it.each(Object.entries({ ...CASE_VIEWS, ...LONGEST_CASE_VIEWS }))('the message %s', (_, view) => {
    const args = { channel: 'C1', text: view.text, blocks: view.blocks };
    expect(refusalOf('chat.postMessage', args)).toBeUndefined();
    expect(warningOf('chat.postMessage', args)).toBeUndefined();
  });

  it.each(Object.entries({ ...CASE_FORMS, ...LONGEST_CASE_FORMS }))('the form %s', (_, view) => {
    expect(refusalOf('views.open', { view })).toBeUndefined();
  });
});

describe('ids come back as they were given', () => {
  const caseId = fc
    .tuple(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 1, max: 99_999 }))
    .map(([year, n]) => `C-${year}-${String(n).padStart(4, '0')}`);
  const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
  const asking = fc
    .tuple(slug, fc.nat(999), slug, fc.nat(99))
    .map(([list, version, step, n]) => `${list}@${version}/${step}#${n}`);
  const language = fc.constantFrom('zh' as const, 'en' as const);

  it('a button of a step', () => {
    const press = fc.record({
      deed: fc.constantFrom(...STEP_DEEDS),
      caseId,
      asking,
      language,
      choice: fc.option(slug),
    });
    fc.assert(
      fc.property(press, (one) => {
        expect(decodeStep(encodeStep(one))).toEqual(one);
      }),
    );
  });

  it('an option of the menu, within the 75 characters that Slack takes', () => {
    const press = fc.record({ deed: fc.constantFrom(...CASE_DEEDS), caseId, language });
    fc.assert(
      fc.property(press, (one) => {
        expect(decodeMenu(encodeMenu(one))).toEqual(one);
        expect(encodeMenu(one).length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('what a form is about', () => {
    const about = fc.record({
      deed: fc.constantFrom('close' as const, 'evidence' as const, 'tell' as const),
      ...{ caseId, language, asking: fc.option(asking), choice: fc.option(slug) },
    });
    fc.assert(
      fc.property(about, (one) => {
        expect(decodeForm(encodeForm(one))).toEqual(one);
      }),
    );
  });

  it('an answer that opens a case, with the credit that was looked up', () => {
    const missed = {
      deposit: 200,
      month: '2015-03',
      depositedIn: { from: '2015-02-05', to: '2015-02-05' },
    };
    for (const one of [null, missed, { ...missed, depositedIn: null }]) {
      const press = {
        hint: { checklist: 'general-complaint', missed: one },
        language: 'zh',
      } as Parameters<typeof encodeOpen>[0];
      expect(decodeOpen(encodeOpen(press))).toEqual(press);
    }
  });

  it.each([
    '',
    'x',
    'null',
    '[]',
    '{}',
    '["done","C-1","x","zh",null]',
    '["done","C-2015-0001","a@1/b#0","fr",null]',
    'close C-2015-0001 fr',
    'drop C-2015-0001 zh',
  ])('%s is none of ours', (value) => {
    for (const decode of [decodeStep, decodeMenu, decodeOpen, decodeForm, decodeOpenForm])
      expect(decode(value)).toBeNull();
  });
});
