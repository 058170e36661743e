import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFiles, draftProblems } from '../../../src/files/draft-files.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { payoutsSchema } from '../../../src/files/policy-schemas.ts';
import { folderOf } from '../../../src/files/set-folder.ts';
import { readYaml } from '../../../src/files/yaml.ts';
import {
  LEVELS,
  type MonthlyReturn,
  type Outlet,
  type PayoutPlan,
  type PolicySet,
} from '../../../src/policy/policy.ts';
import type { DraftCampaign, Known } from '../../../src/sheets/draft.ts';
import { readDraft } from '../../../src/sheets/read-draft.ts';
import { templateOf } from '../../../src/sheets/template.ts';
import { readWorkbook } from '../../../src/sheets/workbook.ts';
import { holds } from '../../holds.ts';
import { inventedBranch } from '../../quarters/branch.ts';
import { realKnown } from '../../sheets/quarter.ts';
import { day } from '../../world.ts';
import { emptyFolder } from '../files/overlay.ts';

/** What a template of the campaign is read back as, by somebody who knows of no campaign but those beside it. */
function readBack(
  campaign: PolicySet,
  outlets: readonly Outlet[],
  beside: readonly PolicySet[] = [],
) {
  const known: Known = { outlets, outletWords: [], campaigns: beside };
  const file = { name: 'template.xlsx', bytes: templateOf(outlets, campaign) };
  return readDraft(file, known, { id: null, version: null });
}

/** What to say to customers is no table: a sheet does not hold it. */
function inSheet({ panel: _, ...campaign }: PolicySet): DraftCampaign {
  return campaign;
}

const PAPER = {
  file: 'a.xlsx',
  preparedBy: '王芳',
  preparedOn: day('2015-03-25'),
  reason: null,
  from: null,
  doubtful: [],
};

/** A template has no reason for the next correction in it: that is for a person to write. */
function doubtsOf({ version }: PolicySet) {
  return version === 1
    ? []
    : [{ sheet: '活动', cell: 'B2', value: String(version), message: expect.anything() }];
}

const [REAL] = realKnown().campaigns;

describe('a template that holds a campaign is read back as the same campaign, without a doubt but the reason of a correction', () => {
  test('the campaigns of the data', () => {
    const { campaigns, outlets } = realKnown();
    expect(REAL).toBeDefined();
    for (const campaign of campaigns) {
      const { doubts, campaign: read } = readBack(campaign, outlets);
      expect({ doubts, read }).toEqual({ doubts: doubtsOf(campaign), read: inSheet(campaign) });
    }
  });

  test('campaigns of an invented branch, with other outlets, offers and plans', () => {
    const loaded = loadPolicy(inventedBranch(emptyFolder()).data);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { sets: campaigns } = loaded.value;
    const { outlets } = loaded.value.policy;
    expect(campaigns).toHaveLength(4);
    for (const campaign of campaigns) {
      const beside = campaigns.filter(({ id }) => campaign.beside.includes(id));
      const { doubts, campaign: read } = readBack(campaign, outlets, beside);
      expect({ doubts, read }).toEqual({ doubts: doubtsOf(campaign), read: inSheet(campaign) });
    }
  });

  test('any campaign', () => {
    holds(
      fc.property(CAMPAIGN, ({ campaign, outlets }) => {
        const { doubts, campaign: read } = readBack(campaign, outlets);
        expect({ doubts, read }).toEqual({ doubts: doubtsOf(campaign), read: inSheet(campaign) });
      }),
      100,
    );
  });
});

describe('a draft without a doubt passes the checks of a campaign', () => {
  test('as files, whatever the campaign, and its plans are read back to the fen', () => {
    holds(
      fc.property(CAMPAIGN, ({ campaign, outlets }) => {
        const files = draftFiles(campaign, PAPER);
        const ids = outlets.map(({ id }) => id);
        expect(draftProblems(files, folderOf(campaign.id, campaign.version), ids)).toEqual([]);
        const text = files['payouts.yaml'] ?? '';
        const read = readYaml({ name: 'payouts.yaml', text }, payoutsSchema).located?.value;
        expect(read).toEqual(campaign.plans);
      }),
      100,
    );
  });

  test('a level that was left out, and days that were left open, are found by them', () => {
    const campaign = REAL;
    if (campaign === undefined) throw new Error('there is no campaign');
    const levels = campaign.levels.map((row, index) => (index === 0 ? { ...row, at: {} } : row));
    const open: DraftCampaign = { ...campaign, days: null, levels };
    const files = draftFiles(open, PAPER);
    expect(draftProblems(files, campaign.id, []).map(({ message }) => message)).toEqual([
      '"starts" is missing',
      '"ends" is missing',
    ]);
    const withDays = draftFiles({ ...open, days: campaign.days }, PAPER);
    expect(draftProblems(withDays, campaign.id, ['own-hall'])[0]).toMatchObject({
      file: 'levels.yaml',
      message: 'the level at "own-hall" is missing',
    });
  });

  test('Chinese that stands in for English is marked', () => {
    const campaign = REAL;
    if (campaign === undefined) throw new Error('there is no campaign');
    const name = { zh: '新活动', en: '新活动' };
    const files = draftFiles({ ...campaign, name }, PAPER);
    expect(files['campaign.yaml']).toContain('name: { zh: 新活动, en: 新活动 } # assumed');
  });
});

test('an offer only for port users stays one: no sheet has a place for it, and the next quarter would offer it to all', () => {
  const campaign = REAL;
  if (campaign === undefined) throw new Error('there is no campaign');
  const [offer, ...others] = campaign.offers;
  if (offer === undefined) throw new Error('there is no offer');
  const marked: PolicySet = {
    ...campaign,
    offers: [{ ...offer, onlyFor: 'port-users' }, ...others],
  };
  const { outlets } = realKnown();
  const file = { name: 'template.xlsx', bytes: templateOf(outlets, campaign) };
  const known: Known = { outlets, outletWords: [], campaigns: [marked] };
  const read = readDraft(file, known, { id: null, version: null }).campaign;
  if (read === null) throw new Error('no draft was read');
  expect(read.offers).toEqual(marked.offers);
  const files = draftFiles(read, PAPER);
  expect(files['campaign.yaml']?.match(/onlyFor: .+/g)).toEqual(['onlyFor: port-users']);
  const ids = outlets.map(({ id }) => id);
  expect(draftProblems(files, campaign.id, ids)).toEqual([]);
});

describe('a template', () => {
  test('has a column for every outlet, explains itself, and is the same at each writing', () => {
    const { outlets } = realKnown();
    const bytes = templateOf(outlets, null);
    const sheets = readWorkbook({ name: 't.xlsx', bytes });
    expect(sheets.map(({ name }) => name)).toEqual([
      '填写说明',
      '活动',
      '优惠矩阵',
      '返还方案',
      '名称',
    ]);
    const headings = outlets.map((_, index) => sheets[2]?.at(1, index + 3)?.text);
    expect(headings).toEqual(outlets.map(({ name }) => name.zh));
    expect(templateOf(outlets, null)).toEqual(bytes);
  });

  test('left empty, is a draft of nothing, with a doubt for what is needed', () => {
    const { outlets } = realKnown();
    const draft = readDraft({ name: 't.xlsx', bytes: templateOf(outlets, null) }, realKnown(), {
      id: null,
      version: null,
    });
    expect(draft).toMatchObject({ campaign: null, offers: 0, plans: 0, cells: 0 });
    expect(draft.doubts.map(({ message }) => message.en)).toContain('no offer was read');
  });

  test('has no cell that can run as a formula', () => {
    const { outlets } = realKnown();
    if (REAL === undefined) throw new Error('there is no campaign');
    const name = { zh: '=cmd|calc', en: '+1' };
    const bytes = templateOf(outlets, { ...REAL, name });
    const cells = readWorkbook({ name: 't.xlsx', bytes })[1];
    expect(cells?.at(5, 2)).toMatchObject({ text: '=cmd|calc', flaw: null });
    expect(bytes.includes('<f>')).toBe(false);
  });
});

/** A text in both languages, in which no deposit is spoken of and nothing looks like a note. */
const CHINESE = fc.string({
  unit: fc.constantFrom(...'优惠套餐宽带提速甲乙丙丁5G'),
  minLength: 1,
  maxLength: 8,
});
const ENGLISH = fc.stringMatching(/^[a-z]{1,6}( [a-z"&<>,]{1,6}){0,2}$/);
const BOTH = fc.record({ zh: CHINESE, en: ENGLISH });
const ID = fc.stringMatching(/^[a-z]{2,6}(-[0-9]{1,3})?$/);
const SOURCE = (document: { zh: string; en: string }) =>
  BOTH.map((clause) => ({ document, clause }));

function returning({ monthly, months, last }: Shares): fc.Arbitrary<MonthlyReturn> {
  return fc.record({
    monthlyFen: fc.constant(monthly),
    lastFen: fc.constant(months === 1 ? monthly : last),
    months: fc.constant(months),
    startsAfterMonths: fc.integer({ min: 1, max: 24 }),
    assumed: fc.option(fc.record({ reason: BOTH })),
  });
}

/** In fen; whole yuan often, and a last month like the others often. */
const AMOUNT = fc.oneof(
  fc.nat(6000),
  fc.nat(60).map((yuan) => yuan * 100),
);
const SHARES = fc
  .record({
    atOnce: AMOUNT,
    monthly: AMOUNT,
    months: fc.integer({ min: 1, max: 36 }),
    other: fc.option(AMOUNT),
  })
  .map(({ other, ...shares }) => ({ ...shares, last: other ?? shares.monthly }));
type Shares = typeof SHARES extends fc.Arbitrary<infer S> ? S : never;

function sumOf({ monthly, months, last }: Shares): number {
  return months === 1 ? monthly : monthly * (months - 1) + last;
}

function planOf(
  offer: string,
  index: number,
  document: { zh: string; en: string },
): fc.Arbitrary<PayoutPlan> {
  return fc
    .tuple(SHARES, SHARES, AMOUNT, fc.boolean(), SOURCE(document), BOTH)
    .chain(([deposit, gift, commissionFen, isMoney, source, name]) => {
      // Unlike all others, so that no two plans are for one deposit.
      const depositYuan = Math.ceil((deposit.atOnce + sumOf(deposit)) / 100) + 10_000 * (index + 1);
      return fc.record({
        offer: fc.constant(offer),
        source: fc.constant(source),
        depositYuan: fc.constant(depositYuan),
        firstCreditFen: fc.constant(depositYuan * 100 - sumOf(deposit)),
        depositReturn: returning(deposit),
        gift: isMoney
          ? returning(gift).map((monthly) => ({
              kind: 'money' as const,
              totalFen: gift.atOnce + sumOf(gift),
              atOnceFen: gift.atOnce,
              monthly,
            }))
          : fc.constant({ kind: 'pack' as const, worthFen: gift.atOnce + 1, name }),
        commissionFen: fc.constant(commissionFen),
      });
    });
}

const CAMPAIGN: fc.Arbitrary<{
  readonly campaign: PolicySet;
  readonly outlets: readonly Outlet[];
}> = fc
  .tuple(
    fc.uniqueArray(ID, { minLength: 2, maxLength: 5 }),
    fc.uniqueArray(ID, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(ID, { minLength: 1, maxLength: 6 }),
    fc.array(BOTH, { minLength: 4, maxLength: 4 }),
    ID,
  )
  .chain(([outletIds, businessIds, offerIds, [name, purpose, document, other], id]) => {
    const text = { zh: '文', en: 'text' };
    const businesses = businessIds.map((one, index) => ({
      id: one,
      name: { zh: `业务${index}`, en: one },
    }));
    const own = document ?? text;
    return fc.record({
      outlets: fc.constant(
        outletIds.map((one, index) => ({
          id: one,
          name: { zh: `厅${index}号`, en: `hall ${index}` },
        })),
      ),
      campaign: fc.record({
        id: fc.constant(id),
        version: fc.integer({ min: 1, max: 9 }),
        name: fc.constant(name ?? text),
        purpose: fc.constant(purpose ?? text),
        days: fc.constant({ from: day('2019-12-31'), to: day('2020-02-29') }),
        source: SOURCE(own),
        beside: fc.constant([]),
        reviewEveryDays: fc.integer({ min: 1, max: 366 }),
        businesses: fc.constant(businesses),
        offers: fc.tuple(
          ...offerIds.map((one, index) =>
            fc.record({
              id: fc.constant(one),
              business: fc.constantFrom(...businessIds),
              // One name may stand under several businesses, but not twice under one.
              name: BOTH.map(({ zh, en }) => ({ zh: `${zh}第${index}档`, en })),
              onlyFor: fc.constant(null),
              source: SOURCE(own),
            }),
          ),
        ),
        levels: fc.tuple(
          ...offerIds.toReversed().map((offer) =>
            fc.record({
              offer: fc.constant(offer),
              source: SOURCE(other ?? text),
              at: fc
                .tuple(...outletIds.map(() => fc.constantFrom(...LEVELS)))
                .map((levels) =>
                  Object.fromEntries(
                    outletIds.map((outlet, index) => [outlet, levels[index] ?? 'main']),
                  ),
                ),
            }),
          ),
        ),
        plans: fc.tuple(...offerIds.slice(1).map((offer, index) => planOf(offer, index, own))),
        panel: fc.constant(null),
      }),
    });
  });
