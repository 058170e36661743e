import type { Reading } from '../language/reading.ts';
import { dayInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** Intents that help does not show: they are no questions. */
const NOT_SHOWN = ['help', 'clarify', 'out_of_scope', 'renewal.list', 'renewal.status'];

/** What the bot can do, with one question to try for each. */
export function help({ language, topics }: Reading, { intents, today }: World): Said {
  if (topics.includes('thanks')) {
    return {
      facts: {},
      words: words({
        lead: language === 'zh' ? '不客气，随时问我。' : 'You are welcome. Ask me any time.',
      }),
    };
  }
  const shown = intents.filter((entry) => !NOT_SHOWN.includes(entry.id));
  return {
    facts: {},
    words: words({
      lead:
        language === 'zh'
          ? '您好，我是维系助手。可以这样问我：'
          : 'Hello, I am Retention Desk. You can ask me, for example:',
      sections: [{ heading: null, lines: shown.map((entry) => entry.try[language]) }],
      notes: [
        language === 'zh'
          ? `我按${dayInWords(today, 'zh')}的政策回答；不知道的我会直说。`
          : `I answer by the policy of ${dayInWords(today, 'en')}; what I do not know, I say so.`,
      ],
    }),
  };
}
