import type { OutletId } from '../policy/policy.ts';
import type { Known } from './draft.ts';
import { folded, foldedHeading } from './folding.ts';

/** What a column of the matrix is about. */
export type MatrixColumn =
  | {
      readonly about:
        | 'business'
        | 'offer'
        | 'offerId'
        | 'offerEnglish'
        | 'period'
        | 'clause'
        | 'clauseEnglish';
    }
  | { readonly about: 'outlet'; readonly ids: readonly OutletId[] };

/** What a column of the list of names is about. */
export type NamesColumn = {
  readonly about: 'kind' | 'name' | 'english' | 'id' | 'business' | 'clause' | 'clauseEnglish';
};

/** Whose money a column of the payouts speaks of; null where only its place tells. */
export type Side = 'deposit' | 'gift' | null;
export type PayoutColumn = {
  readonly about:
    | 'offer'
    | 'offerId'
    | 'amount'
    | 'atOnce'
    | 'monthly'
    | 'last'
    | 'months'
    | 'start'
    | 'assumed'
    | 'assumedEnglish'
    | 'pack'
    | 'packName'
    | 'packEnglish'
    | 'commission'
    | 'clause'
    | 'clauseEnglish';
  readonly side: Side;
};

/** What a heading means in one kind of table; null where it means nothing there. */
export type ColumnReader<C> = (heading: string) => C | null;

const MATRIX_WORDS: Readonly<Record<string, MatrixColumn['about']>> = dictionary({
  business: ['业务', '业务类型', '业务名称', '业务类别', '业务大类', '类别', 'business'],
  offer: [
    '优惠',
    '优惠名称',
    '优惠政策',
    '优惠活动',
    '优惠内容',
    '政策',
    '活动内容',
    '产品',
    'offer',
  ],
  offerId: ['优惠编号', '编号', 'offerid', 'id'],
  offerEnglish: [
    '优惠英文名',
    '英文名',
    '英文名称',
    '英文',
    'english',
    'englishname',
    'offerinenglish',
  ],
  period: ['活动时间', '活动期间', '活动日期', '执行时间', '有效期', 'period'],
  clause: ['出处', '条款', '章节', 'clause', 'source'],
  clauseEnglish: ['出处英文', '条款英文', 'clauseinenglish'],
});

const NAMES_WORDS: Readonly<Record<string, NamesColumn['about']>> = dictionary({
  kind: ['类别', '类型', 'kind'],
  name: ['名称', '中文名', '中文名称', 'name'],
  english: ['英文名', '英文名称', '英文', 'english', 'englishname'],
  id: ['编号', 'id'],
  business: ['所属业务', '业务', 'business'],
  clause: ['出处', '条款', '章节', 'clause', 'source'],
  clauseEnglish: ['出处英文', '条款英文', 'clauseinenglish'],
});

/** The first that fits is meant: 赠送月数 is a number of months before it is a gift. */
const PAYOUT_WORDS: readonly (readonly [PayoutColumn['about'], RegExp])[] = [
  ['clauseEnglish', /(?:出处|条款|clause).{0,4}(?:英文|english)/],
  ['clause', /出处|条款|章节|clause|source/],
  ['commission', /佣金|酬金|commission/],
  ['assumedEnglish', /(?:假设|assum).{0,8}(?:英文|english)/],
  ['assumed', /假设|assum/],
  ['start', /起返|起始|起月|从第几|start/],
  ['packEnglish', /(?:包|pack).{0,4}(?:英文|english)/],
  ['packName', /(?:包|pack)(?:名|name)/],
  ['pack', /流量包|礼包|业务包|pack/],
  ['atOnce', /首次|首月|当时|立即|即时|一次性|firstcredit|atonce/],
  ['last', /末月|尾月|最后一?个?月|lastmonth/],
  ['months', /月数|期数|个月|months/],
  ['monthly', /每月|月返|逐月|按月|monthly/],
  ['offerId', /优惠编号|offerid/],
  ['amount', /预存|存费|存款|赠|gift|deposit/],
  ['offer', /优惠|档位|方案|offer|plan/],
];

export function matrixColumns({ outlets, outletWords }: Known): ColumnReader<MatrixColumn> {
  const ids = new Map<string, Set<OutletId>>();
  const add = (word: string, id: OutletId): void => {
    const key = wordOf(word);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const { ids: named, words } of outletWords)
    for (const word of words) for (const id of named) add(word, id);
  // An outlet's own name is never in doubt, whatever people call the others.
  for (const { id, name } of outlets)
    for (const own of [id, name.zh, name.en]) ids.set(wordOf(own), new Set([id]));
  return (heading) => {
    const about = MATRIX_WORDS[foldedHeading(heading)];
    if (about !== undefined && about !== 'outlet') return { about };
    const named = ids.get(wordOf(heading)) ?? ids.get(wordOf(foldedHeading(heading)));
    return named === undefined ? null : { about: 'outlet', ids: [...named] };
  };
}

export const namesColumns: ColumnReader<NamesColumn> = (heading) => {
  const about = NAMES_WORDS[foldedHeading(heading)];
  return about === undefined ? null : { about };
};

export const payoutColumns: ColumnReader<PayoutColumn> = (heading) => {
  const plain = foldedHeading(heading);
  const found = PAYOUT_WORDS.find(([, words]) => words.test(plain));
  if (found === undefined) return null;
  const [about] = found;
  // 首次到账 is the first part of the deposit in the trade's words, 赠送当时到账 that of the gift.
  if (/赠|gift/.test(plain)) return { about, side: 'gift' };
  if (/预存|存费|存款|返|首次|deposit|firstcredit/.test(plain)) return { about, side: 'deposit' };
  return { about, side: null };
};

function wordOf(word: string): string {
  return folded(word).replaceAll('-', '');
}

function dictionary<A extends string>(
  words: Readonly<Partial<Record<A, readonly string[]>>>,
): Readonly<Record<string, A>> {
  const entries = Object.entries<readonly string[] | undefined>(words).flatMap(([about, all]) =>
    (all ?? []).map((word) => [word, about as A] as const),
  );
  // Without a prototype, so that a heading called "constructor" means nothing.
  return Object.assign(Object.create(null) as Record<string, A>, Object.fromEntries(entries));
}
