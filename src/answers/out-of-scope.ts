import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import { words } from './wording.ts';
import type { Said, World } from './world.ts';

const QUESTIONS_TO_TRY = 3;

/** An honest "I don't know", with what can be asked instead. */
export function outOfScope({ language, unsaid }: Reading, { intents }: World): Said {
  const tries = intents.slice(0, QUESTIONS_TO_TRY).map((entry) => entry.try[language]);
  return {
    facts: {},
    words: words({
      lead: unsaid.offer === null ? notKnown(language) : noSuchOffer(unsaid.offer, language),
      sections: [{ heading: language === 'zh' ? '例如：' : 'For example:', lines: tries }],
    }),
  };
}

function notKnown(language: Language): string {
  return language === 'zh'
    ? '这个我不知道。我只回答优惠政策、返还和佣金、投诉处理和续约电话的问题。'
    : 'I don’t know that. I answer questions about offers, payouts, complaints and renewal calls.';
}

function noSuchOffer(thing: string, language: Language): string {
  return language === 'zh'
    ? `政策里没有“${thing}”，我不知道能不能办，先不要答应客户。`
    : `The policy has no offer “${thing}”. I don’t know whether it may be made: promise nothing.`;
}
