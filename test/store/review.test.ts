import { expect, test } from 'vitest';
import { type NewReview, reviewList } from '../../src/store/review.ts';
import { eachEngine } from './engines.ts';

const asked = (fields: Partial<NewReview> = {}): NewReview => ({
  text: '合作厅能推啥子嘛',
  language: 'zh',
  reason: 'not-understood',
  readAs: 'out_of_scope',
  confidence: 0.55,
  afterIntent: null,
  now: 1_000,
  ...fields,
});

eachEngine((place) => {
  test('a question stands once, however often and however it is asked', async () => {
    const list = reviewList(await place.open());
    await list.note(asked({ text: 'What  about it' }));
    await list.note(asked({ text: 'what about IT ', now: 2_000.5 }));
    expect(await list.list('open')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}$/),
        text: 'What  about it',
        language: 'zh',
        reason: 'not-understood',
        readAs: 'out_of_scope',
        confidence: 0.55,
        afterIntent: null,
        times: 2,
        firstAt: 1_000,
        lastAt: 2_000,
        state: 'open',
        decision: null,
      },
    ]);
  });

  test('of two processes that note one question at once both are counted', async () => {
    const lists = [reviewList(await place.open()), reviewList(await place.open())];
    await Promise.all(Array.from({ length: 20 }, (_, n) => lists[n % 2]?.note(asked())));
    const [question] = (await lists[0]?.list('open')) ?? [];
    expect(question?.times).toBe(20);
  });

  test('marked ones come first, then the most asked, then those that were read least surely', async () => {
    const list = reviewList(await place.open());
    await list.note(asked({ text: 'surely not ours', confidence: 0.99 }));
    await list.note(asked({ text: 'hardly', confidence: 0.51 }));
    for (const now of [1, 2]) await list.note(asked({ text: 'often', confidence: 0.9, now }));
    await list.note(asked({ text: 'marked', reason: 'marked-wrong', readAs: 'promo.details' }));
    expect((await list.list(null)).map(({ text }) => text)).toEqual([
      'marked',
      'often',
      'hardly',
      'surely not ours',
    ]);
  });

  test('a decision is made once; a question that is marked wrong again is open again', async () => {
    const list = reviewList(await place.open());
    await list.note(asked());
    const [{ id } = { id: '' }] = await list.list('open');
    const accept = { id, state: 'accepted', decision: 'promo.eligibility', now: 5 } as const;
    expect(await list.decide(accept)).toBe(true);
    expect(await list.decide({ ...accept, state: 'dismissed' })).toBe(false);
    expect(await list.find(id)).toMatchObject({
      state: 'accepted',
      decision: 'promo.eligibility',
    });
    await list.note(asked());
    expect(await list.list('open')).toEqual([]);
    await list.note(asked({ reason: 'marked-wrong', readAs: 'promo.details', confidence: 0.8 }));
    expect(await list.list('open')).toMatchObject([
      { id, times: 3, reason: 'marked-wrong', readAs: 'promo.details', decision: null },
    ]);
  });

  test('an unknown question is found by nobody and decided by nobody', async () => {
    const list = reviewList(await place.open());
    expect(await list.find('00000000')).toBeNull();
    expect(await list.decide({ id: '0', state: 'dismissed', decision: null, now: 1 })).toBe(false);
  });

  test('what nobody asks any more is forgotten', async () => {
    const list = reviewList(await place.open());
    await list.note(asked({ text: 'old', now: 10 }));
    await list.note(asked({ text: 'new', now: 30 }));
    expect(await list.purge(20)).toBe(1);
    expect((await list.list(null)).map(({ text }) => text)).toEqual(['new']);
  });
});
