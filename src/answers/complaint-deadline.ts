import type { Reading } from '../language/reading.ts';
import { dayInWords, sourceLine, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** The time limits that were asked about; all of them where none is named. */
export function complaintDeadline(reading: Reading, { policy, today }: World): Said {
  const { language, topics } = reading;
  const named = policy.limits.filter((limit) => topics.includes(limit.id));
  const limits = named.length > 0 ? named : policy.limits;
  const [first] = limits;
  const isOne = limits.length === 1 && first !== undefined;
  const later = limits.find((limit) => limit.inForceFrom > today);
  return {
    facts: { rules: limits.map((limit) => ({ rule: limit.id, days: limit.number })) },
    words: words({
      lead: isOne
        ? first.about[language]
        : language === 'zh'
          ? '投诉和申诉的时限：'
          : 'Time limits of complaints and appeals:',
      sections: isOne
        ? []
        : [{ heading: null, lines: limits.map((limit) => limit.about[language]) }],
      notes:
        later === undefined
          ? []
          : [
              language === 'zh'
                ? `该办法自${dayInWords(later.inForceFrom, 'zh')}起施行。`
                : `These rules are in force from ${dayInWords(later.inForceFrom, 'en')}.`,
            ],
      source: sourceLine(
        limits.map((limit) => limit.source),
        language,
      ),
    }),
  };
}
