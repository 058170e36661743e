import type { Bilingual, Language } from '../bilingual.ts';
import type { Intent, Missing, Reading } from '../language/reading.ts';
import { campaignFor, depositsOf } from '../policy/campaigns.ts';
import type { Choice } from './answer.ts';
import { unknownDepositNote } from './unknown-deposit.ts';
import { dayInWords, listed, offerNameAnywhere, outletName, words } from './wording.ts';
import type { Said, World } from './world.ts';

const CONTRACT_EXAMPLE: Bilingual = {
  zh: '例如 HT2014001 或 13800001234',
  en: 'For example HT2014001 or 13800001234',
};

const TAP_OR_TYPE: Bilingual = { zh: '点一个，或直接打字：', en: 'Tap one, or type it:' };

/** The question back, with the answers that can be tapped. */
export function clarify(reading: Reading, world: World): Said {
  const missing = reading.missing ?? 'intent';
  return askFor(missing, reading, world);
}

/** The question back for a deposit that an answer turned out to need. */
export function askForDeposit(reading: Reading, world: World): Said {
  return askFor('deposit', reading, world);
}

function askFor(missing: Missing, reading: Reading, world: World): Said {
  const { language } = reading;
  const entry = world.intents.find((one) => missing in one.ask);
  const question = entry?.ask[missing]?.[language] ?? '';
  const options = optionsFor(missing, reading, world);
  const notes =
    missing === 'contract'
      ? [CONTRACT_EXAMPLE[language]]
      : [unknownDepositNote(reading)].filter((note) => note !== null);
  return {
    intent: 'clarify',
    facts: { missing, options: options.map((option) => option.value) },
    words: words({
      lead: question,
      notes,
      choices:
        options.length === 0
          ? null
          : { asks: TAP_OR_TYPE[language], options: options.map((option) => option.choice) },
    }),
  };
}

type Option = { readonly value: string | number; readonly choice: Choice };

function optionsFor(missing: Missing, reading: Reading, world: World): readonly Option[] {
  const { between, language } = reading;
  switch (missing) {
    case 'outlet':
      return world.policy.outlets.map(({ id, name }) => ({
        value: id,
        choice: { id, label: name[language], says: name[language] },
      }));
    case 'deposit':
      return (reading.deposits.length > 0 ? reading.deposits : depositsNow(world)).map((yuan) => ({
        value: yuan,
        choice: depositChoice(yuan, language),
      }));
    case 'contract':
      return [];
    case 'intent':
      return world.intents
        .filter(({ id }) => (between.length > 0 ? between.includes(id) : isOffered(id)))
        .map(({ id, about, try: example }) => ({
          value: id,
          choice: {
            id,
            label: about[language],
            says: between.length > 0 ? askedAs(about[language], reading, world) : example[language],
          },
        }));
  }
}

/** A deposit as a button. */
export function depositChoice(yuan: number, language: Language): Choice {
  const label = language === 'zh' ? `${yuan}元` : `${yuan} yuan`;
  return { id: String(yuan), label, says: label };
}

/** What is asked, in the words of the register, about what the question named. */
function askedAs(about: string, { entities, language }: Reading, { policy }: World): string {
  const { outlets, offers, deposit, households, date, window, contract } = entities;
  const zh = language === 'zh';
  const days = [date, window?.from ?? null, window?.to ?? null].filter((day) => day !== null);
  const named = [
    contract ?? '',
    listed(
      outlets.map((id) => outletName(policy, id, language)),
      language,
    ),
    listed(
      offers.map((id) => offerNameAnywhere(policy, id, language)),
      language,
    ),
    deposit === null ? '' : zh ? `存${deposit}元` : `the ${deposit} deposit`,
    households === null ? '' : zh ? `${households}户` : `${households} households`,
    days.map((day) => dayInWords(day, language)).join(zh ? '到' : ' to '),
  ].filter((name) => name !== '');
  return [about, ...named].join(zh ? '，' : ', ');
}

function depositsNow({ policy, today }: World): readonly number[] {
  const campaign = campaignFor(policy, today);
  return campaign === undefined ? [] : depositsOf(campaign);
}

/** What is no question is not among the choices. */
function isOffered(intent: Intent): boolean {
  return !['help', 'clarify', 'out_of_scope'].includes(intent);
}
