import { policySource } from '../answers/policy-source.ts';
import { dayInWords, listed, monthInWords, offerName } from '../answers/wording.ts';
import type { Language } from '../bilingual.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';
import type { Campaign } from '../policy/policy.ts';
import { type Block, box, onGround, sideBySide, stacked } from './blocks.ts';
import {
  asHeading,
  type Chart,
  chartOf,
  headOf,
  INNER,
  legendOf,
  pageOf,
  SMALL,
  smallPrint,
} from './chart.ts';
import { oneLine, paragraph } from './lettering.ts';
import { PALETTE } from './palette.ts';
import { payoutBars } from './payout-bars.ts';
import { type Slot, slotsOf } from './payout-slots.ts';
import type { Page } from './svg.ts';

export type PayoutPicture = {
  readonly campaign: Campaign;
  readonly schedule: Schedule;
  readonly language: Language;
};

/** What comes when of one deposit gift, month by month. */
export function payoutChart(picture: PayoutPicture): Chart {
  return chartOf(payoutPage(picture), payoutAlt(picture));
}

/** The marks of the picture, before they are SVG. */
export function payoutPage({ campaign, schedule, language }: PayoutPicture): Page {
  const { plan, depositedOn } = schedule;
  const date = dayInWords(depositedOn, language);
  const slots = slotsOf(schedule, language);
  const colon = language === 'zh' ? '：' : ': ';
  const assumed = language === 'zh' ? '假设' : 'Assumed';
  const reasons = [...new Set(schedule.assumptions.map(({ reason }) => reason[language]))];
  return pageOf([
    headOf(
      offerName(campaign, plan.offer, language),
      language === 'zh'
        ? `${date}预存${plan.depositYuan}元`
        : `Deposit of ${plan.depositYuan} yuan on ${date}`,
    ),
    tiles(schedule, slots, language),
    legend(schedule, language),
    payoutBars(slots, language),
    smallPrint([
      ...reasons.map((reason) => `${assumed}${colon}${reason}`),
      policySource(
        {
          campaign,
          offers: [plan.offer],
          sources: [plan.source],
          file: 'payouts.yaml',
          today: null,
        },
        language,
      ),
    ]),
  ]);
}

type Tile = { readonly heading: string; readonly value: string; readonly note: string };

const TILE_GAP = 20;
const TILES = 3;
const TILE_WIDTH = (INNER - (TILES - 1) * TILE_GAP) / TILES;
const TILE_PADDING = 18;

/** The three figures that are asked for most: at once, when the last credit comes, and in all. */
function tiles(schedule: Schedule, slots: readonly Slot[], language: Language): Block {
  const isZh = language === 'zh';
  const { plan, firstCreditFen, giftAtOnceFen, totalFen } = schedule;
  const last = slots.findLast(({ sumFen }) => sumFen > 0);
  const pack = plan.gift.kind === 'pack' ? plan.gift.name[language] : null;
  const giftInAll = plan.gift.kind === 'money' ? plan.gift.totalFen : 0;
  const given: readonly Tile[] = [
    {
      heading: isZh ? '当天到账' : 'On the day',
      value: yuan(firstCreditFen + giftAtOnceFen, language),
      note: unbroken(partsOf(firstCreditFen, giftAtOnceFen, language)),
    },
    {
      heading: isZh ? '最后一笔' : 'Last credit',
      value:
        last?.month == null ? (isZh ? '当天' : 'that day') : monthInWords(last.month, language),
      note: last === undefined ? '' : yuan(last.sumFen, language),
    },
    {
      heading: isZh ? '共到账' : 'In all',
      value: yuan(totalFen, language),
      note:
        pack === null
          ? unbroken(partsOf(totalFen - giftInAll, giftInAll, language))
          : isZh
            ? `另送${pack}（一次）`
            : `and a ${pack}, once`,
    },
  ];
  const contents = given.map((tile) => tileContent(tile));
  // All as high as the highest, so that they stand as one row.
  const height = Math.max(...contents.map((content) => content.height));
  return sideBySide(
    contents.map(({ marks }) =>
      onGround(
        { height, marks },
        { width: TILE_WIDTH, padding: TILE_PADDING, fill: PALETTE.band, round: 14 },
      ),
    ),
    TILE_WIDTH + TILE_GAP,
  );
}

function tileContent({ heading, value, note }: Tile): Block {
  const width = TILE_WIDTH - 2 * TILE_PADDING;
  return stacked([
    oneLine(heading, { size: SMALL, width, colour: PALETTE.quiet }),
    oneLine(value, { size: 50, width, isBold: true }),
    paragraph(note, { size: SMALL, width }),
  ]);
}

const SWATCH = 38;

function legend({ plan }: Schedule, language: Language): Block {
  const isZh = language === 'zh';
  const entries = [
    { text: isZh ? '预存款' : 'deposit', fill: PALETTE.dark },
    ...(plan.gift.kind === 'money'
      ? [{ text: isZh ? '赠送款' : 'gift', fill: PALETTE.bright }]
      : []),
  ];
  return legendOf(
    entries.map(({ text, fill }) => ({
      sign: {
        height: SWATCH,
        marks: [box({ x: 0, y: 0, width: SWATCH, height: SWATCH, fill, round: 6 })],
      },
      signWidth: SWATCH,
      words: text,
    })),
  );
}

function yuan(fen: Fen, language: Language): string {
  return language === 'zh' ? `${yuanText(fen)}元` : `${yuanText(fen)} yuan`;
}

function partsOf(depositFen: Fen, giftFen: Fen, language: Language): string {
  const [deposit, gift] = language === 'zh' ? ['预存', '赠送'] : ['deposit', 'gift'];
  return [
    ...(depositFen > 0 ? [`${deposit} ${yuanText(depositFen)}`] : []),
    ...(giftFen > 0 ? [`${gift} ${yuanText(giftFen)}`] : []),
  ].join(' + ');
}

/** A number stays on the line of its word. */
function unbroken(parts: string): string {
  return parts.replaceAll(/(?<!\+) (?=\d)/g, '\u00a0');
}

/** The picture in a sentence or two, with its numbers. Months with equal credits are said as one. */
export function payoutAlt({ campaign, schedule, language }: PayoutPicture): string {
  const isZh = language === 'zh';
  const { plan, depositedOn, firstCreditFen, giftAtOnceFen, totalFen } = schedule;
  const [first, ...months] = slotsOf(schedule, language);
  const said = runsOf(months).map((run) => runInWords(run, language));
  const last = months.findLast(({ sumFen }) => sumFen > 0)?.month;
  const date = dayInWords(depositedOn, language);
  const parts = partsOf(firstCreditFen, giftAtOnceFen, language);
  const pack = plan.gift.kind === 'pack' ? plan.gift.name[language] : null;
  const name = offerName(campaign, plan.offer, language);
  const atOnce = yuanText(first?.sumFen ?? 0);
  const total = yuanText(totalFen);
  if (isZh) {
    return [
      `${name}，${date}预存${plan.depositYuan}元：当天到账${atOnce}元${parts === '' ? '' : `（${parts}）`}`,
      ...said.map((words) => `，${words}`),
      `。共到账${total}元${pack === null ? '' : `，另送${pack}`}`,
      last == null ? '。' : `，最后一笔在${monthInWords(last, 'zh')}。`,
    ].join('');
  }
  return [
    `${asHeading(name)}; ${plan.depositYuan} yuan deposited on ${date}: `,
    listed([`${atOnce} yuan on the day${parts === '' ? '' : ` (${parts})`}`, ...said], 'en'),
    `. ${total} yuan in all${pack === null ? '' : `, and a ${pack}`}`,
    last == null ? '.' : `; the last credit comes in ${monthInWords(last, 'en')}.`,
  ].join('');
}

type Run = { readonly first: Slot; readonly last: Slot };

function runsOf(slots: readonly Slot[]): readonly Run[] {
  const runs: Run[] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    const isSame = run?.first.sumFen === slot.sumFen && run.first.giftFen === slot.giftFen;
    if (run !== undefined && isSame) runs[runs.length - 1] = { ...run, last: slot };
    else runs.push({ first: slot, last: slot });
  }
  return runs.filter(({ first }) => first.sumFen > 0);
}

function runInWords({ first, last }: Run, language: Language): string {
  const months = [first, ...(last === first ? [] : [last])].flatMap(({ month }) =>
    month === null ? [] : [monthInWords(month, language)],
  );
  if (language === 'zh')
    return `${months.join('至')}${last === first ? '' : '每月'}${yuanText(first.sumFen)}元`;
  return last === first
    ? `${yuanText(first.sumFen)} yuan in ${months.join('')}`
    : `${yuanText(first.sumFen)} yuan a month (${months.join(' to ')})`;
}
