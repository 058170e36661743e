import type { Bilingual } from '../bilingual.ts';
import { yuanText } from '../policy/money.ts';
import type { Business } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import { amountsInName } from './figures.ts';
import { folded } from './folding.ts';
import { type Cell, cellName } from './grid.ts';
import { idGiver, type Where } from './ids.ts';
import type { MatrixRow } from './matrix.ts';
import { type EarlierNames, type NameKind, offerKey, slugOf } from './names.ts';
import type { NamedRow } from './names-sheet.ts';

/** An offer of the draft, before its sources are known: where it is named, and its row of the matrix. */
export type NamedOffer = {
  readonly id: string;
  readonly business: string;
  readonly name: Bilingual;
  readonly listed: NamedRow | null;
  readonly row: MatrixRow | null;
};

export type Named = {
  readonly businesses: readonly Business[];
  readonly offers: readonly NamedOffer[];
};

/** Finds the English of a text, or takes the text itself with a doubt. */
export type Bilinguist = (
  text: string,
  english: Cell | null,
  at: Where & { readonly kind: NameKind },
) => Bilingual;

export function bilinguist(earlier: EarlierNames, doubts: Doubts): Bilinguist {
  return (zh, english, { sheet, place, kind }) => {
    const en = english?.text ?? earlier.english(zh, kind);
    if (en === null || en === '') {
      doubts.add(sheet, place, {
        zh: `“${zh}”没有英文，暂用中文代替：请补上英文`,
        en: `no English for "${zh}": the Chinese is assumed`,
      });
      return { zh, en: zh };
    }
    return { zh, en };
  };
}

type Means = {
  readonly earlier: EarlierNames;
  readonly translate: Bilinguist;
  readonly doubts: Doubts;
};

/** Gives every business and offer its id and both names: as the sheet says, else as it was, else as proposed. */
export function identify(
  list: readonly NamedRow[],
  matrix: readonly MatrixRow[],
  means: Means,
): Named {
  const placed = placedOffers(list, matrix, means.doubts);
  const businesses = businessesOf(list, placed, means);
  const { earlier, translate, doubts } = means;
  const giveId = idGiver('offer', doubts);
  const offers = placed.map(({ name, business, listed, row, ...at }, index) => {
    const english = listed?.said('english') ?? row?.said('offerEnglish') ?? null;
    const both = translate(name, english, { ...at, kind: { offerOf: business } });
    const id = giveId(at, {
      given: listed?.said('id') ?? row?.said('offerId') ?? null,
      earlier: earlier.offerId(name, business),
      // Under another business it may be the same offer: that is for a person to say.
      proposed: earlier.offerIdElsewhere(name) ?? proposedId(name, both) ?? `offer-${index + 1}`,
    });
    return { id, business: businesses.get(folded(business))?.id ?? '', name: both, listed, row };
  });
  return { businesses: [...businesses.values()], offers };
}

/** An offer where the sheets first name it: in the list of names, else in the matrix. */
type PlacedOffer = Where & {
  readonly name: string;
  readonly business: string;
  readonly listed: NamedRow | null;
  readonly row: MatrixRow | null;
};

function placedOffers(
  list: readonly NamedRow[],
  matrix: readonly MatrixRow[],
  doubts: Doubts,
): readonly PlacedOffer[] {
  const offers = new Map<string, PlacedOffer>();
  const rows = matrixByOffer(matrix, doubts);
  for (const listed of list) {
    if (listed.kind !== 'offer') continue;
    const { sheet, place, name } = listed;
    const business = listed.said('business')?.text ?? '';
    const key = offerKey(name, business);
    const row = rows.get(key) ?? null;
    if (offers.has(key))
      doubts.add(sheet, place, {
        zh: '这个优惠在名称里出现两次，第二次不采用：请删掉一行',
        en: 'stands twice: the second is left out',
      });
    else if (row === null)
      doubts.add(sheet, place, {
        zh: '优惠矩阵里没有这个优惠：请在矩阵里补一行，或从名称里删掉',
        en: 'the matrix has no row for this offer: add one, or take it out of the list',
      });
    if (!offers.has(key)) offers.set(key, { sheet, place, name, business, listed, row });
  }
  for (const [key, row] of rows) {
    if (offers.has(key)) continue;
    const { sheet, place, offer: name } = row;
    if (list.length > 0)
      doubts.add(sheet, place, {
        zh: '名称里没有这个优惠，暂排在最后：请核对两处写法是否一致，或在名称里补上',
        en: 'the list of names has no such offer: it is put at the end',
      });
    if (row.business === null)
      doubts.add(sheet, place, {
        zh: '没有写这个优惠属于哪个业务：请在它旁边填业务',
        en: 'an offer without a business: write it beside the offer',
      });
    offers.set(key, { sheet, place, name, business: row.business ?? '', listed: null, row });
  }
  return [...offers.values()];
}

function matrixByOffer(
  matrix: readonly MatrixRow[],
  doubts: Doubts,
): ReadonlyMap<string, MatrixRow> {
  const rows = new Map<string, MatrixRow>();
  for (const row of matrix) {
    const key = offerKey(row.offer, row.business ?? '');
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    else
      doubts.add(row.sheet, row.place, {
        zh: `这个优惠在 ${first.sheet.name}!${cellName(first.place)} 已经有一行，这行不采用：请只留一行；是另一期活动的，请另存一份表`,
        en: `a second row for this offer, which stands in ${first.sheet.name}!${cellName(first.place)}: it is left out`,
      });
  }
  return rows;
}

/** The businesses by their folded names: those of the list, then those that only offers name. */
function businessesOf(
  list: readonly NamedRow[],
  offers: readonly PlacedOffer[],
  { earlier, translate, doubts }: Means,
): ReadonlyMap<string, Business> {
  const giveId = idGiver('business', doubts);
  const businesses = new Map<string, Business>();
  const add = (zh: string, at: Where, listed: NamedRow | null): void => {
    const key = folded(zh);
    if (zh === '' || businesses.has(key)) return;
    const name = translate(zh, listed?.said('english') ?? null, { ...at, kind: 'business' });
    const id = giveId(at, {
      given: listed?.said('id') ?? null,
      earlier: earlier.businessId(zh),
      proposed: slugOf(name.en) ?? `business-${businesses.size + 1}`,
    });
    businesses.set(key, { id, name });
  };
  for (const row of list) if (row.kind === 'business') add(row.name, row, row);
  for (const { business, sheet, place } of offers) add(business, { sheet, place }, null);
  return businesses;
}

/** `存300元送150元` is `deposit-300-get-150`; any other name is named after its English. */
function proposedId(name: string, { en }: Bilingual): string | null {
  const amounts = amountsInName(name);
  if (amounts === null) return slugOf(en);
  return `deposit-${amounts.depositYuan}-get-${amounts.isPack ? 'data' : yuanText(amounts.giftFen).replace('.', '-')}`;
}
