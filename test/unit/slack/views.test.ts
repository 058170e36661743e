import { expect, it } from 'vitest';
import { announcementView } from '../../../src/slack/views/announcement.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { section } from '../../../src/slack/views/blocks.ts';
import { chosenView } from '../../../src/slack/views/chosen.ts';
import { feedbackBlocks } from '../../../src/slack/views/feedback.ts';
import { helpHintView } from '../../../src/slack/views/help-hint.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { forgottenView, markedView, onlyManagersView } from '../../../src/slack/views/marked.ts';
import { harmless } from '../../../src/slack/views/markup.ts';
import { noPictureView, pictureNote } from '../../../src/slack/views/picture.ts';
import { privateChosenView } from '../../../src/slack/views/private-chosen.ts';
import { problemView, unknownProblemView } from '../../../src/slack/views/problem.ts';
import { staleView } from '../../../src/slack/views/stale.ts';
import { welcomeView } from '../../../src/slack/views/welcome.ts';
import { whyView } from '../../../src/slack/views/why.ts';
import { day } from '../../world.ts';
import { ANSWERS } from './answer-cases.ts';
import { answerOf, explanationOf, HALLS, nameOf, TODAY, TRIES } from './doorway.ts';
import { POLICY_VIEWS } from './policy-views.ts';
import { shown } from './shown.ts';

const ASKING = { asked: 'q1', audience: 'everyone' } as const;
const clarify = answerOf({
  lead: 'A township outlet can be one of two.',
  choices: { asks: 'Which one do you mean?', options: HALLS },
});
const question = answerView(clarify, ASKING);

const OFFER = {
  answerId: 'answer-1',
  language: 'zh',
  mayMarkWrong: true,
  mayAskWhy: true,
  picture: { kind: 'matrix', day: TODAY, language: 'zh' },
  isNoted: false,
} as const;
const NOTED = { ...OFFER, mayMarkWrong: false, mayAskWhy: false, picture: null, isNoted: true };

const DRAWN = { picture: OFFER.picture } as const;
function withNote(note: Parameters<typeof pictureNote>[0]) {
  return answerView(
    answerOf({ lead: note.language === 'zh' ? '主推7项。' : 'Lead with 7.' }),
    null,
    pictureNote(note),
  );
}

const VIEWS = {
  ...POLICY_VIEWS,
  ...Object.fromEntries(
    Object.entries(ANSWERS).map(([name, answer]) => [`answer-${name}`, answerView(answer, ASKING)]),
  ),
  chosen: chosenView(question, 'Township store'),
  'private-chosen': privateChosenView(question, 'Township store'),
  'answer-with-feedback': answerView(ANSWERS.plain ?? clarify, null, feedbackBlocks(OFFER)),
  'answer-noted': answerView(answerOf({ lead: '这个我不知道。' }), null, feedbackBlocks(NOTED)),
  'marked-zh': markedView('zh'),
  'marked-en': markedView('en'),
  'only-managers-zh': onlyManagersView('zh'),
  'only-managers-en': onlyManagersView('en'),
  forgotten: forgottenView(),
  'no-picture': noPictureView(),
  ...Object.fromEntries(
    (['zh', 'en'] as const).flatMap((language) => [
      [`picture-for-one-${language}`, withNote({ ...DRAWN, audience: 'asker', language })],
      [
        `picture-of-nothing-${language}`,
        withNote({ picture: null, audience: 'everyone', language }),
      ],
    ]),
  ),
  'why-zh': whyView({ question: '合作厅能推存费送鸡吗', why: explanationOf({}), nameOf }, 'zh'),
  'why-en': whyView(
    {
      question: '*and* the <free phone>?',
      why: explanationOf({
        mended: '*and* the <free phone>?',
        decidedBy: 'conversation',
        carried: ['outlets', 'date'],
        days: [
          { from: TODAY, to: TODAY },
          { from: TODAY, to: day('2015-03-03') },
        ],
      }),
      nameOf,
    },
    'en',
  ),
  stale: staleView(),
  problem: problemView('The policy of this quarter is not in yet. <!here>'),
  'unknown-problem-zh': unknownProblemView('REF7', 'zh'),
  'unknown-problem-en': unknownProblemView('REF7', 'en'),
  home: homeView({ today: TODAY, tries: TRIES, languages: ['zh', 'en'], parts: [] }),
  'home-with-parts': homeView({
    ...{ today: TODAY, tries: TRIES, languages: ['zh'] },
    parts: [
      {
        title: { zh: '我的投诉', en: 'My cases' },
        blocks: [section(harmless('C-2015-0001 <!here>'))],
      },
      { title: { zh: '我的合约', en: 'My contracts' }, blocks: null },
      { title: { zh: '没有内容', en: 'Nothing' }, blocks: [] },
    ],
  }),
  'home-english': homeView({ today: TODAY, tries: TRIES, languages: ['en'], parts: [] }),
  welcome: welcomeView(TRIES),
  'help-hint': helpHintView(TRIES),
  announcement: announcementView({ zh: '你好。\n1. 试试', en: 'Hello.\n1. Try' }),
};

it.each(Object.entries(VIEWS))('%s reads as its golden file', async (name, view) => {
  await expect(shown(view)).toMatchFileSnapshot(`../../golden/slack/${name}.txt`);
});

it('a picture that is sent to everybody is not spoken of', () => {
  expect(pictureNote({ ...DRAWN, audience: 'everyone', language: 'en' })).toEqual([]);
});

it('a frozen question has no button left, and keeps the rest', () => {
  const frozen = chosenView(question, 'Township store');
  expect(frozen.blocks.map(({ type }) => type)).toEqual(['section', 'section', 'context']);
});

it('an answer without a question of its own has no buttons', () => {
  expect(answerView(clarify, null).blocks.map(({ type }) => type)).toEqual(['section', 'section']);
});
