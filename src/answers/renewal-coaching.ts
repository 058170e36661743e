import type { Reading } from '../language/reading.ts';
import { sourceLine, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** Where nothing finer is asked, a call begins with its preparation. */
const FIRST_TOPIC = 'preparation';

/** Advice for a renewal call: what to do, and words that may be said. */
export function renewalCoaching(reading: Reading, { policy }: World): Said {
  const { language, topics } = reading;
  const id = topics[0] ?? FIRST_TOPIC;
  const topic = policy.coaching.find((one) => one.id === id) ?? policy.coaching[0];
  if (topic === undefined) {
    return {
      facts: { topic: null },
      words: words({
        lead: language === 'zh' ? '没有续约电话的建议。' : 'There is no advice for calls.',
      }),
    };
  }
  const others = policy.coaching.filter((one) => one !== topic);
  return {
    facts: { topic: topic.id },
    words: words({
      lead: language === 'zh' ? `续约电话：${topic.title.zh}` : `Renewal call: ${topic.title.en}`,
      sections: [
        { heading: null, lines: topic.advice.map((line) => line[language]) },
        ...(topic.say.length === 0
          ? []
          : [
              {
                heading: language === 'zh' ? '可以这样说' : 'You can say',
                lines: topic.say.map((line) =>
                  language === 'zh' ? `“${line.zh}”` : `“${line.en}”`,
                ),
              },
            ]),
      ],
      notes: [
        `${language === 'zh' ? '还可以问：' : 'You can also ask about: '}${others
          .map((one) => one.title[language])
          .join(language === 'zh' ? '、' : ', ')}`,
      ],
      source: sourceLine([topic.source], language),
    }),
  };
}
