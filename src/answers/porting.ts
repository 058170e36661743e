import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import { familyOf, type Intent, type Reading } from '../language/reading.ts';
import type { Policy } from '../policy/policy.ts';
import { offersOfPortUsersAlone, type PortingRules, withoutPortOffers } from '../policy/porting.ts';
import type { Words } from './answer.ts';
import { dayInWords, listed, offerNameAnywhere, sourceLine, words } from './wording.ts';
import type { Answerer, Said, World } from './world.ts';

/**
 * The answer to a question that mentions porting: no offer made for port users alone is in it, whatever the day, and what
 * nobody may do to such a customer stands below. Any other question is answered as it is.
 */
export function guardedForPorting(answerer: Answerer): Answerer {
  return (reading, world) => {
    if (!reading.mentionsPorting) return answerer(reading, world);
    const { policy, today } = world;
    const said = withoutPortOffersNamed(answerer, reading, world);
    return showsBans(said.intent ?? reading.intent)
      ? {
          ...said,
          words: withBans(said.words, policy.porting, { today, language: reading.language }),
        }
      : said;
  };
}

/** Where staff decide what to say to the customer: not below a list of contracts or help. */
function showsBans(intent: Intent): boolean {
  return (
    ['promo', 'payout', 'complaint'].includes(familyOf(intent)) ||
    ['renewal.coaching', 'clarify', 'out_of_scope'].includes(intent)
  );
}

function withoutPortOffersNamed(answerer: Answerer, reading: Reading, world: World): Said {
  const { policy } = world;
  const { entities, language } = reading;
  const banned = offersOfPortUsersAlone(policy);
  const offers = entities.offers.filter((offer) => !banned.includes(offer));
  const said = answerer(
    { ...reading, entities: { ...entities, offers } },
    { ...world, policy: withoutPortOffers(policy) },
  );
  if (offers.length > 0 || entities.offers.length === 0) return said;
  // With nothing left of what was asked about, the rest of the campaign is no answer.
  return {
    facts: { ...said.facts, ...('cells' in said.facts ? { cells: [] } : { offers: [] }) },
    words: words({ lead: refusal(entities.offers, policy, language) }),
  };
}

function refusal(offers: readonly string[], policy: Policy, language: Language): string {
  const names = listed(
    offers.map((offer) => offerNameAnywhere(policy, offer, language)),
    language,
  );
  return language === 'zh'
    ? `${names}只给携号转网用户：不能推。`
    : `Only for port users, so do not offer it: ${names}.`;
}

type Asked = { readonly today: Day; readonly language: Language };

function withBans(said: Words, rules: PortingRules, { today, language }: Asked): Words {
  const { bans, conditions, inForceFrom } = rules;
  if (bans.length === 0) return said;
  const isInForce = inForceFrom <= today;
  const day = dayInWords(inForceFrom, language);
  return {
    ...said,
    sections: [
      ...said.sections,
      {
        heading: language === 'zh' ? '涉及携号转网，不得：' : 'On porting, never:',
        lines: bans.map((ban) => ban.text[language]),
        isNumbered: true,
      },
    ],
    notes: [
      ...said.notes,
      ...(isInForce
        ? [checkNote(rules, language)]
        : [
            language === 'zh'
              ? `携号转网的规定自${day}起施行。`
              : `The rules on porting are in force from ${day}.`,
          ]),
      conditions[language],
    ],
    source: [said.source, bansSource(rules, language)].filter((line) => line !== null).join('\n'),
  };
}

/** It stands elsewhere than the bans, so it says itself where. */
function checkNote({ check: { text, source } }: PortingRules, language: Language): string {
  const document = source.document[language];
  return language === 'zh' ? `${text.zh}（${document}）` : `${text.en} (${document})`;
}

/** Where the bans stand, and which of them are shortened. */
function bansSource({ source, bans }: PortingRules, language: Language): string {
  const shortened = bans.flatMap(({ inFull }, index) => (inFull === null ? [] : [index + 1]));
  if (shortened.length === 0) return sourceLine([source], language);
  const which = listed(shortened.map(String), language);
  return sourceLine([source], language, [
    language === 'zh' ? `第${which}项有删节` : `${which} shortened`,
  ]);
}
