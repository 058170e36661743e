import type { Reading } from '../language/reading.ts';
import type { Cell } from '../policy/campaigns.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import type { Words } from './answer.ts';
import { grouped, levelLines, levelSections } from './levels-in-words.ts';
import { sayNotNamed } from './not-named.ts';
import { sayOneCell } from './one-cell.ts';
import { listed, offerName, outletName, withArticle } from './wording.ts';

export type Matrix = {
  readonly reading: Reading;
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly cells: readonly Cell[];
};
/** The part of the words that the cells decide. */
type CellWords = Pick<Words, 'lead' | 'sections' | 'notes'>;

/** What these cells say: whether one offer may be made, or what is led with where. */
export function sayCells(matrix: Matrix): CellWords {
  const { reading, cells } = matrix;
  const { language, entities } = reading;
  const [cell, ...others] = cells;
  if (cell === undefined) return sayNotNamed(matrix, language);
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
export function openingFor({ ambiguous, language }: Reading, rest: string): string {
  const [first] = ambiguous;
  if (first === undefined) return rest;
  return language === 'zh'
    ? `“${first.word}”可以指两类网点。${rest}`
    : `“${first.word}” can mean two kinds of outlet. ${rest}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
