import type { Day } from '../calendar/day.ts';
import type { Entities, Reading } from '../language/reading.ts';
import { activeCampaign, type Cell, campaignFor, cellsOf, partsOf } from '../policy/campaigns.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import type { Choices, Words } from './answer.ts';
import { correctionNotes, endsSoonNotes, nothingInForce } from './campaign-status.ts';
import { openingFor, sayCells } from './cells-in-words.ts';
import { sayNoneOfLevel, sayOneLevel } from './one-level.ts';
import { panelNote } from './panel-note.ts';
import { policySource } from './policy-source.ts';
import { todaysLevels } from './today-differs.ts';
import { withoutUnknownDeposit } from './unknown-deposit.ts';
import { inTurn, outletName, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What may be offered where, on the day asked about. */
export function promoEligibility(reading: Reading, { policy, today }: World): Said {
  const { language, entities } = reading;
  const date = entities.date ?? today;
  const campaign = activeCampaign(policy, date);
  const cells = cellsOn(policy, date, entities);
  const differs = todaysLevels({ policy, day: date, today, entities, cells }, language);
  if (campaign === undefined) {
    const nothing = nothingInForce(policy, date, language);
    return {
      facts: { campaign: campaignFor(policy, date)?.id ?? null, active: false, date, cells: [] },
      words: words({ ...nothing, notes: [...nothing.notes, ...differs] }),
    };
  }
  const { levels } = reading;
  const wanted = levels.length === 0 ? cells : cells.filter((cell) => levels.includes(cell.level));
  // Where none has the level that was asked for, the words show the levels that there are.
  const told = wanted.length > 0 ? wanted : cells;
  const offers = [...new Set(told.map((cell) => cell.offer))];
  const parts = partsOf(campaign, offers);
  const said = sayWanted({ reading, policy, campaign, cells, wanted });
  return {
    facts: { ...campaignFacts(campaign, offers), active: true, date, cells: wanted },
    words: words({
      ...said,
      lead: withoutUnknownDeposit(reading, said.lead),
      notes: [
        ...said.notes,
        ...panelNote({ campaign, cells: levels.length === 0 ? told : [], day: date }, language),
        ...correctionNotes(parts, language),
        ...endsSoonNotes(parts, date, language),
        ...differs,
      ],
      source: policySource(
        {
          campaign,
          offers,
          sources: campaign.levels
            .filter((row) => offers.includes(row.offer))
            .map((row) => row.source),
          file: offers.length > 0 ? 'levels.yaml' : 'campaign.yaml',
          today,
        },
        language,
      ),
      choices: outletChoices(reading, policy),
    }),
  };
}

/** The campaign that answers; where offers of several that run beside each other do, all of them as well. */
function campaignFacts(campaign: Campaign, offers: readonly string[]): Said['facts'] {
  const [first, ...others] = partsOf(campaign, offers);
  if (first === undefined) return { campaign: campaign.id };
  if (others.length === 0) return { campaign: first.id };
  return { campaign: campaign.id, campaigns: [first, ...others].map(({ id }) => id) };
}

/** The cells that are in force on a day: none where no campaign is. */
function cellsOn(policy: Policy, day: Day, { outlets, offers }: Entities): readonly Cell[] {
  const campaign = activeCampaign(policy, day);
  return campaign === undefined ? [] : cellsOf(campaign, outlets, offers);
}

type Asked = {
  readonly reading: Reading;
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly cells: readonly Cell[];
  /** Those of the levels that were asked for. */
  readonly wanted: readonly Cell[];
};
/** The part of the words that the cells decide. */
type CellWords = Pick<Words, 'lead' | 'sections' | 'notes'>;

/** What was asked for is answered before what there is instead. */
function sayWanted({ reading, policy, campaign, cells, wanted }: Asked): CellWords {
  const { language, entities, levels } = reading;
  const [level, ...otherLevels] = levels;
  const told = wanted.length > 0 ? wanted : cells;
  const ofOneLevel =
    level === undefined || otherLevels.length > 0 || wanted.length === 0
      ? null
      : sayOneLevel(
          {
            policy,
            campaign,
            level,
            cells: wanted,
            hasOthers: wanted.length < cells.length,
            asksWhere: entities.offers.length > 0,
          },
          language,
        );
  if (ofOneLevel !== null)
    return { ...ofOneLevel, lead: openingFor(reading, ofOneLevel.lead), notes: [] };
  const said = sayCells({ reading, policy, campaign, cells: told });
  // With nothing to lead with, the lead itself says so.
  const hasNone =
    level !== undefined && level !== 'main' && wanted.length === 0 && cells.length > 0;
  if (!hasNone) return said;
  const none = sayNoneOfLevel(level, language);
  return { ...said, lead: inTurn([none, said.lead], language) };
}

function outletChoices({ ambiguous, language }: Reading, policy: Policy): Choices | null {
  const [first] = ambiguous;
  if (first === undefined) return null;
  return {
    asks: language === 'zh' ? '您指的是哪一类？' : 'Which one do you mean?',
    options: first.ids.map((id) => {
      const name = outletName(policy, id, language);
      return { id, label: name, says: name };
    }),
  };
}
