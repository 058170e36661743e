import { policySource } from '../answers/policy-source.ts';
import { campaignDays, listed, offerName, outletName } from '../answers/wording.ts';
import type { Language } from '../bilingual.ts';
import type { Campaign, OutletId, Policy } from '../policy/policy.ts';
import type { Block } from './blocks.ts';
import { asHeading, type Chart, chartOf, headOf, legendOf, pageOf, smallPrint } from './chart.ts';
import { cellOf, VERDICT_NAMES, VERDICTS, type Verdict } from './level-signs.ts';
import { gridOf } from './matrix-grid.ts';
import type { Page } from './svg.ts';

export type MatrixPicture = {
  readonly policy: Policy;
  readonly campaign: Campaign;
  readonly language: Language;
};

/** What a campaign says of each offer at each outlet. */
export function matrixChart(picture: MatrixPicture): Chart {
  return chartOf(matrixPage(picture), matrixAlt(matrixOf(picture), picture));
}

/** The matrix with the words of one language. */
export type Matrix = {
  readonly outlets: readonly string[];
  readonly groups: readonly Group[];
};
export type Group = { readonly name: string; readonly rows: readonly Row[] };
export type Row = { readonly name: string; readonly verdicts: readonly Verdict[] };

/** The marks of the picture, before they are SVG. */
export function matrixPage(picture: MatrixPicture): Page {
  const { campaign, language } = picture;
  const matrix = matrixOf(picture);
  return pageOf([
    headOf(nameOfAll(campaign, language), daysOfAll(campaign, language)),
    legendIn(matrix, language),
    ...gridOf(matrix, language),
    smallPrint([
      policySource(
        {
          campaign,
          offers: [],
          sources: campaign.levels.map(({ source }) => source),
          file: 'levels.yaml',
          today: null,
        },
        language,
      ),
    ]),
  ]);
}

/** The campaign's name, and those of the campaigns beside it. */
function nameOfAll({ parts }: Campaign, language: Language): string {
  return listed(
    parts.map(({ name }) => name[language]),
    language,
  );
}

/** The days of a campaign; of several beside each other, the days on which all of them are in force. */
function daysOfAll({ parts, days, inForce }: Campaign, language: Language): string {
  return campaignDays({ days: parts.length > 1 ? inForce : days }, language);
}

function matrixOf({ policy, campaign, language }: MatrixPicture): Matrix {
  const outlets = outletsOf(policy, campaign);
  const rowOf = (offer: string): Row => {
    const at = campaign.levels.find((row) => row.offer === offer)?.at ?? {};
    return {
      name: asHeading(offerName(campaign, offer, language)),
      verdicts: outlets.map((outlet) => at[outlet] ?? 'open'),
    };
  };
  const groups = campaign.businesses.map(({ id, name }) => ({
    name: asHeading(name[language]),
    rows: campaign.offers.filter(({ business }) => business === id).map(({ id }) => rowOf(id)),
  }));
  return {
    outlets: outlets.map((outlet) => asHeading(outletName(policy, outlet, language))),
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

/** The outlets that the campaign names, in the order in which answers name them. */
function outletsOf(policy: Policy, campaign: Campaign): readonly OutletId[] {
  const named = new Set(campaign.levels.flatMap(({ at }) => Object.keys(at)));
  const known = policy.outlets.map(({ id }) => id).filter((id) => named.has(id));
  return [...known, ...[...named].filter((id) => !known.includes(id))];
}

const LEGEND_CELL = 90;

function legendIn(matrix: Matrix, language: Language): Block {
  const verdicts = VERDICTS.filter((verdict) => countOf(matrix, verdict) > 0);
  return legendOf(
    verdicts.map((verdict) => {
      const words = VERDICT_NAMES[verdict][language];
      return { sign: cellOf(verdict, LEGEND_CELL, words), signWidth: LEGEND_CELL, words };
    }),
  );
}

function countOf({ groups }: Matrix, verdict: Verdict): number {
  return groups
    .flatMap(({ rows }) => rows.flatMap(({ verdicts }) => verdicts))
    .filter((one) => one === verdict).length;
}

const COUNTED: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  main: { zh: '√ 主推', en: 'main (√)' },
  optional: { zh: '★ 可选', en: 'optional (★)' },
  secondary: { zh: 'O 非主推', en: 'secondary (O)' },
  open: { zh: '未定', en: 'not decided' },
};

/** The picture in two sentences, with its numbers; the cells themselves are what the words of an answer say. */
function matrixAlt(matrix: Matrix, { campaign, language }: MatrixPicture): string {
  const isZh = language === 'zh';
  const offers = matrix.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const counts = VERDICTS.map((verdict) => ({ verdict, count: countOf(matrix, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) =>
      isZh ? `${COUNTED[verdict].zh}${count}格` : `${count} ${COUNTED[verdict].en}`,
    );
  const name = nameOfAll(campaign, language);
  const days = daysOfAll(campaign, language);
  return isZh
    ? `${name}（${days}）的推荐表：${offers}项优惠，${matrix.outlets.length}类网点。${counts.join('，')}。`
    : `Levels of the ${name} (${days}): ${offers} offers at ${matrix.outlets.length} kinds of outlet. Cells: ${counts.join(', ')}.`;
}
