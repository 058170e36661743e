import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../calendar/day.ts';
import type { Entities, Reading } from '../language/reading.ts';
import { activeCampaign, type Cell, campaignFor, cellsOf } from '../policy/campaigns.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import type { Choices, Words } from './answer.ts';
import { campaignNote, nothingInForce, todayNote } from './campaign-status.ts';
import { grouped, levelLines, levelSections } from './levels-in-words.ts';
import { sayOneCell } from './one-cell.ts';
import { sayNoneOfLevel, sayOneLevel } from './one-level.ts';
import { panelNote } from './panel-note.ts';
import {
  campaignSource,
  listed,
  offerName,
  offerNameAnywhere,
  outletName,
  withArticle,
  words,
} from './wording.ts';
import type { Said, World } from './world.ts';

/** What may be offered where, on the day asked about. */
export function promoEligibility(reading: Reading, { policy, today }: World): Said {
  const { language, entities } = reading;
  const date = entities.date ?? today;
  const campaign = activeCampaign(policy, date);
  const cells = cellsOn(policy, date, entities);
  const isSame = isDeepStrictEqual(cells, cellsOn(policy, today, entities));
  const otherToday = todayNote({ day: date, today, isSame }, language);
  if (campaign === undefined) {
    const nothing = nothingInForce(policy, date, language);
    return {
      facts: { campaign: campaignFor(policy, date)?.id ?? null, active: false, date, cells: [] },
      words: words({ ...nothing, notes: [...nothing.notes, ...otherToday] }),
    };
  }
  const { levels } = reading;
  const wanted = levels.length === 0 ? cells : cells.filter((cell) => levels.includes(cell.level));
  // Where none has the level that was asked for, the words show the levels that there are.
  const told = wanted.length > 0 ? wanted : cells;
  const sources = campaign.levels
    .filter((row) => told.some((cell) => cell.offer === row.offer))
    .map((row) => row.source);
  const [level, ...otherLevels] = levels;
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
  // What was asked for is answered before what there is instead.
  // With nothing to lead with, the lead itself says so.
  const hasNone =
    level !== undefined && level !== 'main' && wanted.length === 0 && cells.length > 0;
  const withNone = (words: CellWords): CellWords =>
    hasNone
      ? {
          ...words,
          lead: `${sayNoneOfLevel(level, language)}${language === 'en' ? ' ' : ''}${words.lead}`,
        }
      : words;
  const said =
    ofOneLevel === null
      ? withNone(sayCells({ reading, policy, campaign, cells: told }))
      : { ...ofOneLevel, lead: openingFor(reading, ofOneLevel.lead), notes: [] };
  return {
    facts: { campaign: campaign.id, active: true, date, cells: wanted },
    words: words({
      ...said,
      notes: [
        ...said.notes,
        ...panelNote({ campaign, cells: levels.length === 0 ? told : [], day: date }, language),
        campaignNote(campaign, date, language),
        ...otherToday,
      ],
      source: campaignSource(campaign, sources.length > 0 ? sources : [campaign.source], language),
      choices: outletChoices(reading, policy),
    }),
  };
}

/** The cells that are in force on a day: none where no campaign is. */
function cellsOn(policy: Policy, day: Day, { outlets, offers }: Entities): readonly Cell[] {
  const campaign = activeCampaign(policy, day);
  return campaign === undefined ? [] : cellsOf(campaign, outlets, offers);
}

type Matrix = {
  readonly reading: Reading;
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly cells: readonly Cell[];
};
/** The part of the words that the cells decide. */
type CellWords = Pick<Words, 'lead' | 'sections' | 'notes'>;

function sayCells(matrix: Matrix): CellWords {
  const { reading, cells } = matrix;
  const { language, entities } = reading;
  const [cell, ...others] = cells;
  if (cell === undefined) {
    const named = entities.offers.map((offer) => offerNameAnywhere(matrix.policy, offer, language));
    const places = entities.outlets.map((outlet) => outletName(matrix.policy, outlet, language));
    const asked = named.length > 0 ? named : places;
    return {
      lead:
        language === 'zh'
          ? `本期政策没有写${listed(asked, 'zh')}，未定，请问政策负责人。`
          : `This policy does not name ${listed(asked, 'en')}: not decided, ask the policy owner.`,
      sections: [],
      notes: [],
    };
  }
  if (others.length === 0) return sayOneCell({ ...matrix, cell }, language);
  return entities.offers.length > 0 && entities.outlets.length !== 1
    ? sayByOffer(matrix)
    : sayByOutlet(matrix);
}

/** One block an outlet; outlets with the same levels share one. */
function sayByOutlet({ reading, policy, campaign, cells }: Matrix): CellWords {
  const { language } = reading;
  const groups = grouped(
    cells,
    (cell) => cell.outlet,
    (cell) => `${cell.offer} ${cell.level}`,
  );
  const names = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => outletName(policy, id, language));
  const [group] = groups;
  if (groups.length === 1 && group !== undefined) {
    return {
      lead: leadFor(names(group.keys), group.cells, reading),
      sections: levelSections(
        group.cells,
        (cell) => offerName(campaign, cell.offer, language),
        language,
      ),
      notes: [],
    };
  }
  return {
    lead: openingFor(reading, language === 'zh' ? '各类网点不同：' : 'It differs by outlet:'),
    sections: groups.flatMap((one) => [
      {
        heading: listed(names(one.keys), language),
        lines: levelLines(one.cells, (cell) => offerName(campaign, cell.offer, language), language),
      },
    ]),
    notes: [],
  };
}

/** One block an offer, with the outlets by level. */
function sayByOffer({ reading, policy, campaign, cells }: Matrix): CellWords {
  const { language } = reading;
  const groups = grouped(
    cells,
    (cell) => cell.offer,
    (cell) => `${cell.outlet} ${cell.level}`,
  );
  const offerNames = (ids: readonly string[]): string =>
    listed(
      ids.map((id) => offerName(campaign, id, language)),
      language,
    );
  const place = (cell: Cell): string => outletName(policy, cell.outlet, language);
  const [group] = groups;
  if (groups.length === 1 && group !== undefined) {
    const offers = offerNames(group.keys);
    return {
      lead: openingFor(reading, language === 'zh' ? `${offers}：` : `${capital(offers)}:`),
      sections: levelSections(group.cells, place, language),
      notes: [],
    };
  }
  return {
    lead: openingFor(reading, language === 'zh' ? '各优惠不同：' : 'It differs by offer:'),
    sections: groups.map((one) => ({
      heading: capital(offerNames(one.keys)),
      lines: levelLines(one.cells, place, language),
    })),
    notes: [],
  };
}

function leadFor(outlets: readonly string[], cells: readonly Cell[], reading: Reading): string {
  const { language } = reading;
  const count = new Set(cells.filter((cell) => cell.level === 'main').map((cell) => cell.offer))
    .size;
  if (language === 'zh') {
    const both = outlets.length > 1 ? '推荐相同，' : '';
    const lead = count === 0 ? '没有主推的优惠' : `主推${count}项`;
    return openingFor(reading, `${listed(outlets, 'zh')}：${both}${lead}。`);
  }
  const at = listed(
    outlets.map((outlet) => withArticle(outlet, 'en')),
    'en',
  );
  const lead =
    count === 0
      ? 'there is nothing to lead with'
      : `lead with ${count} offer${count === 1 ? '' : 's'}`;
  return openingFor(reading, `At ${at}${outlets.length > 1 ? ' alike' : ''}, ${lead}.`);
}

/** A word that names two outlets is said before anything else: the bot does not guess. */
function openingFor({ ambiguous, language }: Reading, rest: string): string {
  const [first] = ambiguous;
  if (first === undefined) return rest;
  return language === 'zh'
    ? `“${first.word}”可以指两类网点。${rest}`
    : `“${first.word}” can mean two kinds of outlet. ${rest}`;
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
