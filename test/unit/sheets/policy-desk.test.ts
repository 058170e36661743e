import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readDraftPaper } from '../../../src/files/draft-paper.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { importSheet, policyDesk } from '../../../src/policy-desk.ts';
import { FACTS, MATRIX, PAYOUTS, quarterSheets, withCell } from '../../sheets/quarter.ts';
import { xlsx } from '../../sheets/workbook.ts';
import { day, FOLDERS } from '../../world.ts';
import { emptyFolder } from '../files/overlay.ts';

const NOTHING_WANTED = {
  id: null,
  version: null,
  isDryRun: false,
  by: '王芳',
  today: day('2015-03-25'),
};

let place: string;
let data: string;

beforeAll(() => {
  place = emptyFolder();
  data = join(place, 'data');
  cpSync(FOLDERS.data, data, { recursive: true });
});

function desk() {
  return policyDesk({ data, intents: FOLDERS.intents });
}

/** Puts a sheet of the quarter into a file, with the matrix given. */
function sheetFile(name: string, matrix = MATRIX): string {
  const path = join(place, name);
  writeFileSync(path, xlsx(quarterSheets({ matrix })));
  return path;
}

/** The offers that have a plan in a file of payouts. */
function offersWithPlan(file: string): readonly string[] {
  const { plans } = parse(readFileSync(file, 'utf8')) as { plans: { offer: string }[] };
  return plans.map(({ offer }) => offer);
}

describe('importing a sheet', () => {
  test('writes a draft in the form of a campaign, which nothing serves', async () => {
    const before = loadPolicy(data);
    const imported = await desk().load(sheetFile('q2.xlsx'), NOTHING_WANTED);
    expect(imported).toEqual({
      draft: join(data, 'drafts/2015-q2').replaceAll('\\', '/'),
      campaign: '2015-q2',
      offers: 4,
      plans: 2,
      cells: 24,
      doubtful: [],
    });
    expect(loadPolicy(data)).toEqual(before);
    expect(readdirSync(join(data, 'drafts/2015-q2')).sort()).toEqual([
      'campaign.yaml',
      'draft.yaml',
      'levels.yaml',
      'payouts.yaml',
    ]);
  });

  test('what to say to customers is kept with the draft, and held against its plans', async () => {
    await desk().load(sheetFile('q2.xlsx'), NOTHING_WANTED);
    const panel = join(data, 'drafts/2015-q2/panel.yaml');
    const [offer] = offersWithPlan(join(data, 'drafts/2015-q2/payouts.yaml'));
    const text = (yuan: number) =>
      `document: { zh: 政策, en: policy }\ncampaign: {}\noffers:\n  - offer: ${offer}\n    customerText: { zh: 送${yuan}元 }\n`;
    writeFileSync(panel, text(7_777));
    const imported = await desk().load(sheetFile('q2.xlsx'), NOTHING_WANTED);
    expect(imported.doubtful).toMatchObject([
      { sheet: 'panel.yaml', cell: 'offers[0].customerText.zh' },
    ]);
    expect(readFileSync(panel, 'utf8')).toBe(text(7_777));
    rmSync(join(data, 'drafts'), { recursive: true });
  });

  test('a new version of a campaign takes over what to say to customers', async () => {
    const sheet = join(place, 'again.xlsx');
    await desk().template({ out: sheet, from: '2015-q1' });
    await desk().load(sheet, { ...NOTHING_WANTED, version: 2 });
    expect(readFileSync(join(data, 'drafts/2015-q1.v2/panel.yaml'))).toEqual(
      readFileSync(join(data, 'campaigns/2015-q1/panel.yaml')),
    );
    rmSync(join(data, 'drafts'), { recursive: true });
  });

  test('once moved among the campaigns, the draft is one', async () => {
    await desk().load(sheetFile('q2.xlsx'), NOTHING_WANTED);
    const other = join(emptyFolder(), 'data');
    cpSync(data, other, { recursive: true });
    cpSync(join(data, 'drafts/2015-q2'), join(other, 'campaigns/2015-q2'), { recursive: true });
    const loaded = loadPolicy(other);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.value.sets.map(({ id }) => id)).toEqual(['2015-q1', '2015-q2']);
    expect(loaded.value.policy.waiting.map(({ id }) => id)).toEqual(['2015-q2']);
  });

  test('keeps the doubts with the draft, and the next import takes its place whole', async () => {
    const imported = await desk().load(
      sheetFile('bad.xlsx', withCell(MATRIX, [2, 3], '×')),
      NOTHING_WANTED,
    );
    expect(imported.doubtful).toMatchObject([{ sheet: '优惠矩阵', cell: 'C2', value: '×' }]);
    const kept = join(data, 'drafts/2015-q2/draft.yaml');
    const paper = { preparedBy: '王芳', preparedOn: '2015-03-25', reason: null, from: null };
    expect(parse(readFileSync(kept, 'utf8'))).toEqual({
      file: 'bad.xlsx',
      ...paper,
      doubtful: imported.doubtful,
    });
    expect(readDraftPaper(data, '2015-q2')).toEqual({
      ok: true,
      value: { file: 'bad.xlsx', ...paper, doubtful: imported.doubtful },
    });
    await desk().load(sheetFile('q2.xlsx'), NOTHING_WANTED);
    expect(parse(readFileSync(kept, 'utf8'))).toEqual({
      file: 'q2.xlsx',
      ...paper,
      doubtful: [],
    });
    expect(readdirSync(join(data, 'drafts'))).toEqual(['2015-q2']);
  });

  test('a sheet from memory is read as one from the disk', async () => {
    const bytes = readFileSync(sheetFile('q2.xlsx'));
    const folders = { data, intents: FOLDERS.intents };
    expect(await importSheet(folders, { name: 'q2.xlsx', bytes }, NOTHING_WANTED)).toEqual(
      await desk().load(join(place, 'q2.xlsx'), NOTHING_WANTED),
    );
  });

  test('a correction keeps its reason and its first day with the draft', async () => {
    const facts = [
      ...withCell(FACTS, [5, 2], '2015年1月1日至3月31日'),
      ['更正原因', '存200元送100元的佣金写错了。'],
      ['更正生效日', '2015-02-15'],
    ];
    const path = join(place, 'correction.xlsx');
    writeFileSync(path, xlsx(quarterSheets({ facts })));
    expect(await desk().load(path, NOTHING_WANTED)).toMatchObject({
      draft: expect.stringContaining('drafts/2015-q1.v2'),
      doubtful: [],
    });
    expect(readDraftPaper(data, '2015-q1.v2')).toMatchObject({
      ok: true,
      value: { reason: '存200元送100元的佣金写错了。', from: '2015-02-15' },
    });
    // What was said of offers that the sheet does not have any more is gone with them.
    const panel = parse(readFileSync(join(data, 'drafts/2015-q1.v2/panel.yaml'), 'utf8'));
    expect(panel.offers.map(({ offer }: { offer: string }) => offer)).toEqual([
      'deposit-200-get-100',
      'deposit-100-get-50',
    ]);
    rmSync(join(data, 'drafts/2015-q1.v2'), { recursive: true });
  });

  test('the paper of a draft that is not there, or was spoilt by hand, is told with its place', () => {
    expect(readDraftPaper(data, '2019-q1')).toEqual({
      ok: false,
      problems: [
        {
          file: 'data/drafts/2019-q1/draft.yaml',
          line: 1,
          path: '',
          message: 'cannot be read: it does not exist',
        },
      ],
    });
    mkdirSync(join(data, 'drafts/spoilt'), { recursive: true });
    writeFileSync(join(data, 'drafts/spoilt/draft.yaml'), 'file: a.xlsx\npreparedOn: 2015-02-30\n');
    const spoilt = readDraftPaper(data, 'spoilt');
    expect(spoilt.ok ? [] : spoilt.problems.map(({ line, path }) => [line, path])).toEqual(
      expect.arrayContaining([
        [1, 'preparedBy'],
        [2, 'preparedOn'],
      ]),
    );
    rmSync(join(data, 'drafts/spoilt'), { recursive: true });
  });

  test('what only the checks of a campaign find is told in Chinese too, with the file and the place', async () => {
    const path = join(place, 'rich.xlsx');
    writeFileSync(path, xlsx(quarterSheets({ payouts: withCell(PAYOUTS, [2, 12], 2_000_000) })));
    const { doubtful } = await desk().load(path, NOTHING_WANTED);
    expect(doubtful).toMatchObject([{ sheet: 'payouts.yaml', cell: 'plans[0].commission' }]);
    expect(doubtful[0]?.message.zh).toContain('payouts.yaml 里，plans[0].commission 没有通过检查');
    expect(doubtful[0]?.message.zh).toContain(doubtful[0]?.message.en);
  });

  test('dry, or from a file that cannot be read, writes nothing', async () => {
    const { load } = desk();
    const file = sheetFile('q2.xlsx');
    const dry = await load(file, {
      ...NOTHING_WANTED,
      id: '2015-dry',
      isDryRun: true,
    });
    expect(dry).toMatchObject({ draft: null, campaign: '2015-dry', doubtful: [] });
    await expect(load(join(place, 'none.xlsx'), NOTHING_WANTED)).rejects.toThrow(
      'it does not exist',
    );
    await expect(load(place, NOTHING_WANTED)).rejects.toMatchObject({ code: 'file' });
    expect(existsSync(join(data, 'drafts/2015-dry'))).toBe(false);
  });
});

describe('writing a template', () => {
  test('of a campaign, it is imported as the same files', async () => {
    const out = join(place, 't.xlsx');
    expect(await desk().template({ out, from: '2015-q1' })).toBe(out);
    const imported = await desk().load(out, NOTHING_WANTED);
    expect(imported).toMatchObject({
      campaign: '2015-q1',
      offers: 8,
      plans: 3,
      cells: 48,
      doubtful: [],
    });
    for (const file of ['campaign.yaml', 'levels.yaml', 'payouts.yaml']) {
      const read = (folder: string): unknown =>
        parse(readFileSync(join(data, folder, '2015-q1', file), 'utf8'));
      expect(read('drafts')).toEqual(read('campaigns'));
    }
  });

  test('never writes over a file that is there, and knows its campaigns', async () => {
    const out = sheetFile('mine.xlsx');
    const before = readFileSync(out);
    await expect(desk().template({ out, from: null })).rejects.toThrow('is there already');
    expect(readFileSync(out)).toEqual(before);
    await expect(desk().template({ out: null, from: '1999-q1' })).rejects.toThrow(
      'there are 2015-q1',
    );
  });
});
