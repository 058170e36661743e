import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stories } from '../stories/story.ts';
import { TODAY } from '../world.ts';
import { type Branch, openBranch } from './complaint-branch.ts';
import { playStory } from './complaint-player.ts';

const CASES = stories().flatMap((story) =>
  (['zh', 'en'] as const).map((language) => ({
    story,
    language,
    name: `${story.name}, ${language}`,
  })),
);

describe('the stories of cases, told to the bot in Slack', () => {
  let branch: Branch;
  beforeAll(async () => {
    branch = await openBranch(TODAY);
  });
  afterAll(async () => {
    await branch.close();
  });

  test.each(CASES)(
    '$name: every turn of it that has a button, a modal or a word',
    async ({ story, language }) => {
      const { played, passedOver, card } = await playStory(story, language, branch);
      // What Slack does not offer at all: a step that is not being asked, an outcome that is none, a free note.
      expect(passedOver.length, passedOver.join('\n')).toBeLessThan(played / 2);
      expect(card).toMatch(language === 'zh' ? /已结案/ : /\(closed\)/);
    },
  );

  test('nothing failed on the way', () => {
    expect(branch.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
