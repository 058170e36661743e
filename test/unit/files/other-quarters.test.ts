import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, textOf } from '../../../src/answers/answer.ts';
import { type Desk, openDesk } from '../../../src/desk.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import type { Context } from '../../../src/language/reading.ts';
import type { Level } from '../../../src/policy/policy.ts';
import { inventedBranch } from '../../quarters/branch.ts';
import { day } from '../../world.ts';
import { emptyFolder } from './overlay.ts';

// The invented branch of test/quarters, typed out once more: its papers, not its data, are what answers are held to.
const OUTLETS = [
  { id: 'village-agent', zh: '村级代办点', en: 'village agent' },
  { id: 'community-shop', zh: '社区店', en: 'community shop' },
  { id: 'campus-shop', zh: '校园体验店', en: 'campus store' },
  { id: 'flagship', zh: '旗舰厅', en: 'flagship' },
  { id: 'appliance-counter', zh: '家电专柜', en: 'appliance counter' },
  { id: 'web-shop', zh: '线上商城', en: 'online shop' },
  { id: 'enterprise-team', zh: '政企直销队', en: 'enterprise team' },
  { id: 'roadshow-van', zh: '流动车', en: 'service van' },
] as const;
const NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'smart-watch': { zh: '套餐送手表', en: 'smart watch' },
  'prepay-88': { zh: '预存88元得短视频包', en: 'prepay 88' },
  'prepay-720': { zh: '720那档', en: 'prepay 720, get 180' },
  'prepay-360': { zh: '预存360元得90元', en: 'prepay 360, get 90' },
  'fibre-upgrade': { zh: '光纤提速', en: 'fibre upgrade' },
  'prepay-540': { zh: '预存540', en: 'prepay 540' },
  'prepay-360-cloud': { zh: '预存360元得云盘', en: 'prepay 360, get cloud space' },
  'family-card': { zh: '亲情卡', en: 'family card' },
  'home-camera': { zh: '看家摄像头', en: 'home camera' },
};
const LEVEL_OF: Readonly<Record<string, Level>> = { '√': 'main', '★': 'optional', O: 'secondary' };

const SPRING = { 'prepay-360-cloud': '√√OO√★√★', 'family-card': '★O√√O√√O' };
const CAMPAIGNS = [
  {
    id: '2019-autumn',
    starts: '2019-09-01',
    ends: '2019-11-30',
    days: ['2019-09-01', '2019-11-30'],
    matrix: {
      'smart-watch': 'OO√★√OO★',
      'prepay-88': '√√√OO★O√',
      'prepay-720': 'O★O√★OO√',
      'prepay-360': '★√O√O√O★',
      'fibre-upgrade': '√★O√OO√O',
    },
  },
  {
    id: '2020-spring',
    starts: '2020-01-05',
    ends: '2020-04-15',
    days: ['2020-01-05', '2020-02-28'],
    matrix: { 'prepay-540': 'O√√√★√★O', ...SPRING, 'home-camera': 'OOO★√OOO' },
  },
  {
    // The correction: two other levels, and the camera withdrawn.
    id: '2020-spring',
    starts: '2020-01-05',
    ends: '2020-04-15',
    days: ['2020-02-29', '2020-03-19', '2020-03-30', '2020-04-15'],
    matrix: { 'prepay-540': 'O√√√√√★★', ...SPRING },
  },
] as const;

type Table = (typeof CAMPAIGNS)[number];

function cellsAt({ matrix }: Table, outlet: string): readonly object[] {
  const column = OUTLETS.findIndex((one) => one.id === outlet);
  return Object.entries(matrix).map(([offer, row]) => ({
    outlet,
    offer,
    level: LEVEL_OF[row[column] ?? ''],
  }));
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(inventedBranch(emptyFolder()), null);
});

function asked(text: string, today: string): Answer {
  return desk.ask({ text, today: day(today), context: null }).answer;
}

/** The last answer of a conversation on one day. */
function talked(today: string, ...texts: readonly string[]): Answer {
  let context: Context | null = null;
  let answer: Answer | null = null;
  for (const text of texts) ({ answer, context } = desk.ask({ text, today: day(today), context }));
  if (answer === null) throw new Error('nobody said anything');
  return answer;
}

describe('what may be offered where is the matrix of the campaign of the day', () => {
  const days = CAMPAIGNS.flatMap((campaign) =>
    campaign.days.map((date) => ({ campaign, date, id: campaign.id })),
  );

  test.each(days)('all of an outlet on $date, in $id', ({ campaign, date }) => {
    for (const outlet of OUTLETS) {
      for (const text of [`${outlet.zh}能推什么`, `what can I offer at the ${outlet.en}`]) {
        const { intent, facts } = asked(text, date);
        const cells = cellsAt(campaign, outlet.id);
        expect({ text, intent, facts }).toEqual({
          text,
          intent: 'promo.eligibility',
          facts: { campaign: campaign.id, active: true, date, cells },
        });
      }
    }
  });

  test.each(days)('one offer at one outlet on $date, in $id', ({ campaign, date }) => {
    for (const outlet of OUTLETS) {
      for (const cell of cellsAt(campaign, outlet.id)) {
        const name = NAMES[(cell as { offer: string }).offer];
        for (const text of [
          `${name?.zh}在${outlet.zh}能推吗`,
          `can I offer the ${name?.en} at the ${outlet.en}`,
        ]) {
          expect({ text, cells: asked(text, date).facts.cells }).toEqual({ text, cells: [cell] });
        }
      }
    }
  });

  test('where an offer is pushed', () => {
    for (const text of ['哪些网点主推光纤提速包', 'where do we lead with the fibre upgrade']) {
      const cells = ['village-agent', 'flagship', 'enterprise-team'].map((outlet) => ({
        outlet,
        offer: 'fibre-upgrade',
        level: 'main',
      }));
      expect(asked(text, '2019-10-10').facts.cells).toEqual(cells);
    }
  });

  test('a word for two outlets gives both, and says so', () => {
    for (const text of ['体验店能推什么', 'what can I offer at an experience shop']) {
      const { entities, words } = asked(text, '2019-10-10');
      expect(entities.outlets).toEqual(['campus-shop', 'flagship']);
      expect(words.choices?.options.map((option) => option.id)).toEqual([
        'campus-shop',
        'flagship',
      ]);
    }
  });
});

describe('between, before and after the campaigns nothing may be promised', () => {
  test.each(['2019-08-31', '2019-12-01', '2019-12-31', '2020-01-04', '2020-04-16'])(
    'on %s',
    (date) => {
      for (const text of ['旗舰厅能推什么', 'can I offer the smart watch at the flagship']) {
        const { facts, words } = asked(text, date);
        expect(facts).toMatchObject({ active: false, date, cells: [] });
        expect(textOf(words)).not.toMatch(/可以|主推|√|★|(?<![a-z])(?:yes|lead|main)(?![a-z])/i);
      }
      expect(asked('存720怎么返', date).facts).toMatchObject({ months: [], total: null });
      expect(asked('commission for 3 households', date).facts).toMatchObject({
        perHousehold: null,
        total: null,
      });
    },
  );

  test('in the gap the campaign before and the one to come are named', () => {
    const { words } = asked('what can I offer at the flagship', '2019-12-20');
    expect(textOf(words)).toContain('2019 autumn thank-you) ended on 30 November 2019');
    expect(textOf(words)).toContain('2020 spring drive) starts on 5 January 2020');
  });
});

describe('a correction holds from its first day, and the days before stay as they were', () => {
  test.each([
    { date: '2020-02-28', offer: '预存540在家电专柜能推吗', level: 'optional' },
    { date: '2020-02-29', offer: '预存540在家电专柜能推吗', level: 'main' },
    { date: '2020-02-28', offer: '预存540在流动车能推吗', level: 'secondary' },
    { date: '2020-02-29', offer: '预存540在流动车能推吗', level: 'optional' },
  ])('$offer on $date: $level', ({ date, offer, level }) => {
    expect(asked(offer, date).facts.cells).toEqual([expect.objectContaining({ level })]);
  });

  test('asked afterwards about a day before it, the answer is that of the day, and the other way round', () => {
    const before = asked(
      'what could I offer at the appliance counter on 10 February',
      '2020-03-10',
    );
    expect(before.facts).toMatchObject({ campaign: '2020-spring', date: '2020-02-10' });
    expect(before.facts.cells).toHaveLength(4);
    const after = asked('3月10号家电专柜能推什么', '2020-02-06');
    expect(after.facts).toMatchObject({ campaign: '2020-spring', date: '2020-03-10' });
    expect(after.facts.cells).toHaveLength(3);
    expect(textOf(after.words)).toContain('2020年2月29日起更正：9号文更正了附表，看家摄像头撤下');
  });

  test('before the day on which it was approved nobody knows it', () => {
    const { facts, words } = asked('3月10号家电专柜能推什么', '2020-02-04');
    expect(facts.cells).toHaveLength(4);
    expect(textOf(words)).not.toContain('更正');
  });

  test('an offer that was withdrawn is not decided any more, and never yes', () => {
    for (const text of ['旗舰厅能推摄像头吗', 'can I offer the home camera at the flagship']) {
      expect(asked(text, '2020-02-28').facts.cells).toHaveLength(1);
      const { facts, words } = asked(text, '2020-02-29');
      expect(facts.cells).toEqual([]);
      expect(words.lead).toMatch(/未定|not decided/);
    }
  });

  test('its answers carry its own version and paper', () => {
    expect(asked('存540怎么返', '2020-02-28').words.source).toContain('2号文');
    expect(asked('存540怎么返', '2020-02-28').words.source).toContain('2020-spring 第1版');
    expect(asked('存540怎么返', '2020-02-29').words.source).toContain('9号文');
    expect(asked('存540怎么返', '2020-02-29').words.source).toContain('2020-spring 第2版');
  });
});

describe('a campaign beside another one goes before it in what it says, and leaves the rest as it is', () => {
  const DURING = ['2020-03-20', '2020-03-29'];
  // The corrected spring, with the family card as the fair has it and an offer more.
  const together = {
    ...CAMPAIGNS[2],
    matrix: {
      'prepay-540': 'O√√√√√★★',
      'prepay-360-cloud': '√√OO√★√★',
      'prepay-66': '√★OO√★O√',
      'family-card': '√√√√√O★√',
    },
  } as unknown as Table;

  test.each(DURING)('all of an outlet on %s', (date) => {
    for (const outlet of OUTLETS) {
      const { facts } = asked(`${outlet.zh}能推什么`, date);
      expect(facts).toEqual({
        campaign: '2020-spring',
        campaigns: ['2020-spring', '2020-blossom'],
        active: true,
        date,
        cells: cellsAt(together, outlet.id),
      });
    }
  });

  test('what only one of them says is an answer of that one', () => {
    for (const text of ['旗舰厅能推亲情卡吗', 'can I offer the family card at the flagship']) {
      const { facts, words } = asked(text, '2020-03-21');
      expect(facts).toEqual({
        campaign: '2020-blossom',
        active: true,
        date: '2020-03-21',
        cells: [{ outlet: 'flagship', offer: 'family-card', level: 'main' }],
      });
      expect(words.source).toMatch(/12/);
      expect(words.source).not.toMatch(/2020-spring/);
    }
    expect(asked('预存540在旗舰厅能推吗', '2020-03-21').facts.campaign).toBe('2020-spring');
  });

  test('its own end is said, and that of the other one is not', () => {
    const { notes } = asked('旗舰厅能推亲情卡吗', '2020-03-28').words;
    expect(notes).toEqual(['活动到2020年3月29日为止，还剩1天。']);
  });

  test('its plan is there on its days alone', () => {
    expect(asked('存66怎么返', '2020-03-29').facts).toMatchObject({ total: 66, giftPack: 9 });
    expect(asked('存540怎么返', '2020-03-29').facts).toMatchObject({ total: 690, firstCredit: 90 });
    expect(asked('存66怎么返', '2020-03-30').facts).toEqual({
      missing: 'deposit',
      options: [360, 540],
    });
  });

  test('without being named it may not lie over the days of another: the set is refused whole', () => {
    const { data } = inventedBranch(emptyFolder());
    const file = join(data, 'campaigns/2020-blossom/campaign.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('beside: [2020-spring]\n', ''));
    const loaded = loadPolicy(data);
    expect(loaded.ok ? [] : loaded.problems).toContainEqual({
      file: 'data/campaigns/2020-blossom/campaign.yaml',
      line: 5,
      path: 'starts',
      message:
        'its days overlap with campaign 2020-spring, which ends on 2020-04-15; where both are meant, write beside: [2020-spring]',
    });
  });
});

/** What each of some months brings. */
type Run = { readonly times: number; readonly deposit: number; readonly gift: number };
/** Month by month from the month `from` on. */
function monthly(from: string, ...runs: readonly Run[]): readonly object[] {
  const [year = 0, month = 0] = from.split('-').map(Number);
  return runs
    .flatMap(({ times, deposit, gift }) => Array.from({ length: times }, () => ({ deposit, gift })))
    .map((credit, index) => {
      const count = year * 12 + month - 1 + index;
      const name = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
      return { month: name, ...credit };
    });
}

describe('a deposit comes back by the plan of its day', () => {
  test.each([
    {
      rule: '36 months, no first credit, a gift with nothing at once that starts a month later',
      questions: ['存720怎么返', 'how does the 720 deposit come back', '送180的那档怎么返'],
      date: '2019-10-31',
      months: monthly(
        '2019-11',
        { times: 1, deposit: 20, gift: 0 },
        { times: 35, deposit: 20, gift: 5 },
        { times: 1, deposit: 0, gift: 5 },
      ),
      rest: { deposit: 720, firstCredit: 0, giftAtOnce: 0, giftPack: null, total: 900 },
    },
    {
      rule: 'gift from the second month, deposit from the third',
      questions: ['存三百六怎么返还', 'how does a deposit of 360 come back'],
      date: '2019-11-30',
      months: monthly(
        '2019-12',
        { times: 1, deposit: 0, gift: 0 },
        { times: 1, deposit: 0, gift: 10 },
        { times: 5, deposit: 10, gift: 10 },
        { times: 19, deposit: 10, gift: 0 },
      ),
      rest: { deposit: 360, firstCredit: 120, giftAtOnce: 30, giftPack: null, total: 450 },
    },
    {
      rule: 'a pack alone',
      questions: ['短视频包那档怎么返', 'how does the 88 deposit come back'],
      date: '2019-09-01',
      months: monthly('2019-10', { times: 11, deposit: 8, gift: 0 }),
      rest: { deposit: 88, firstCredit: 0, giftAtOnce: 0, giftPack: 15, total: 88 },
    },
    {
      rule: 'the same deposit as in autumn by the plan of spring',
      questions: ['存360怎么返', 'how does the 360 deposit come back'],
      date: '2020-01-31',
      months: monthly('2020-02', { times: 24, deposit: 15, gift: 0 }),
      rest: { deposit: 360, firstCredit: 0, giftAtOnce: 0, giftPack: 30, total: 360 },
    },
    {
      rule: 'on the last day before the correction',
      questions: ['存540怎么返', 'how does prepay 540 come back month by month'],
      date: '2020-02-28',
      months: monthly(
        '2020-03',
        { times: 1, deposit: 0, gift: 15 },
        { times: 9, deposit: 30, gift: 15 },
        { times: 9, deposit: 30, gift: 0 },
      ),
      rest: { deposit: 540, firstCredit: 0, giftAtOnce: 0, giftPack: null, total: 690 },
    },
    {
      rule: 'on the first day of the correction, a leap day',
      questions: ['存540怎么返', 'how does prepay 540 come back month by month'],
      date: '2020-02-29',
      months: monthly(
        '2020-03',
        { times: 12, deposit: 25, gift: 10 },
        { times: 6, deposit: 25, gift: 0 },
      ),
      rest: { deposit: 540, firstCredit: 90, giftAtOnce: 30, giftPack: null, total: 690 },
    },
  ])('$rule', ({ questions, date, months, rest }) => {
    for (const text of questions) {
      const { intent, facts } = asked(text, date);
      expect({ text, intent, facts }).toEqual({
        text,
        intent: 'payout.schedule',
        facts: { date, months, ...rest },
      });
    }
  });

  test('what the paper leaves open is said, and only where it does', () => {
    expect(textOf(asked('存360怎么返', '2019-10-10').words)).toContain('这里按第三个月起算');
    expect(textOf(asked('存720怎么返', '2019-10-10').words)).not.toContain('起算');
  });

  test('a deposit of the first quarter of 2015 is no deposit here: the bot asks which it is', () => {
    for (const text of ['存200怎么返', 'how does the 200 deposit come back', '存100怎么返']) {
      expect(asked(text, '2020-03-10').facts).toEqual({ missing: 'deposit', options: [360, 540] });
    }
    expect(asked('预存怎么返还', '2019-10-10').facts.options).toEqual([88, 360, 720]);
  });
});

describe('the commission is that of the plan and the day', () => {
  test.each([
    ['办12户预存720佣金多少', '2019-10-10', 35, 12, 720],
    ['commission for 12 households on the 88 deposit', '2019-10-10', 6, 12, 88],
    ['办十二户佣金多少', '2020-02-10', 22, 12, null],
    ['what do we earn for 5 households', '2020-02-10', 22, 5, null],
    ['commission for 5 households on the 360 deposit', '2020-03-10', 20, 5, 360],
    ['540那档5户佣金', '2020-03-10', 24, 5, 540],
  ])('%s on %s', (text, date, perHousehold, households, deposit) => {
    expect(asked(text, date).facts).toEqual({
      perHousehold,
      households,
      total: perHousehold * households,
      deposit,
    });
  });

  test('where the plans pay differently, the bot asks which', () => {
    expect(asked('佣金多少', '2019-10-10').facts).toEqual({
      missing: 'deposit',
      options: [88, 360, 720],
    });
    expect(asked('commission for 12 households', '2020-03-10').facts).toEqual({
      missing: 'deposit',
      options: [360, 540],
    });
  });
});

describe('what a campaign or an offer is, is that of the day', () => {
  test.each(CAMPAIGNS)('$id on $days.0', ({ id, starts, ends, days, matrix }) => {
    for (const text of ['活动什么时候结束', 'when does the campaign end']) {
      const { facts } = asked(text, days[0]);
      expect(facts).toMatchObject({ campaign: id, starts, ends });
      expect(new Set(facts.offers as string[])).toEqual(new Set(Object.keys(matrix)));
    }
  });

  test.each([
    ['光纤提速包是什么', '2019-10-10', 'fibre-upgrade'],
    ['what is the smart watch offer', '2019-10-10', 'smart-watch'],
    ['亲情副卡是什么活动', '2020-03-10', 'family-card'],
    ['what is the home camera', '2020-02-10', 'home-camera'],
  ])('%s', (text, date, offer) => {
    expect(asked(text, date)).toMatchObject({
      intent: 'promo.details',
      facts: { offers: [offer] },
    });
  });
});

describe('a conversation carries the things of this branch', () => {
  test.each([
    ['那村代办呢', ['校园店能推什么'], ['village-agent'], []],
    ['光纤提速包呢', ['校园店能推什么', '那村代办呢'], ['village-agent'], ['fibre-upgrade']],
    ['旗舰厅呢', ['送手表在网上商城能推吗'], ['flagship'], ['smart-watch']],
    [
      'and at the flagship?',
      ['can I offer the smart watch at the web shop'],
      ['flagship'],
      ['smart-watch'],
    ],
    [
      'what about the fibre upgrade?',
      ['what can I offer at a campus shop'],
      ['campus-shop'],
      ['fibre-upgrade'],
    ],
    ['校园的', ['体验店能推什么'], ['campus-shop'], []],
    ['the campus one', ['what can I offer at an experience shop'], ['campus-shop'], []],
    [
      'can the flagship offer it?',
      ['what is the smart watch offer'],
      ['flagship'],
      ['smart-watch'],
    ],
    ['村代办', ['能推什么'], ['village-agent'], []],
  ])('%s', (last, before, outlets, offers) => {
    const { intent, entities, facts } = talked('2019-10-10', ...before, last);
    expect({ intent, outlets: entities.outlets, offers: entities.offers }).toEqual({
      intent: 'promo.eligibility',
      outlets,
      offers,
    });
    const autumn = CAMPAIGNS[0];
    const all = outlets.flatMap((outlet) => cellsAt(autumn, outlet));
    const named = (cell: object): boolean =>
      offers.length === 0 || offers.includes((cell as { offer: string }).offer);
    expect(facts.cells).toEqual(all.filter(named));
  });

  test('another day of it is answered by the campaign of that day', () => {
    const zh = talked('2020-02-10', '旗舰厅能推什么', '3月10号呢');
    const en = talked('2020-02-10', 'what can I offer at the flagship', 'and on 10 March?');
    for (const { facts } of [zh, en]) {
      expect(facts).toMatchObject({ campaign: '2020-spring', date: '2020-03-10' });
    }
    expect(talked('2019-10-10', '旗舰厅能推什么', '那12月10号呢').facts).toMatchObject({
      active: false,
      date: '2019-12-10',
      cells: [],
    });
  });

  test('from a deposit to its commission, its households and another deposit', () => {
    const zh = ['预存怎么返还', '540', '佣金呢', '20户呢'];
    const en = [
      'how does the deposit come back',
      '540',
      'and the commission?',
      'for 20 households?',
    ];
    for (const texts of [zh, en]) {
      const [first = '', second = '', ...rest] = texts;
      expect(talked('2020-02-10', first).facts.options).toEqual([360, 540]);
      expect(talked('2020-02-10', first, second).facts).toMatchObject({ deposit: 540, total: 690 });
      expect(talked('2020-02-10', first, second, ...rest).facts).toEqual({
        perHousehold: 22,
        households: 20,
        total: 440,
        deposit: 540,
      });
    }
    expect(talked('2020-02-10', '存540怎么返', '那360呢').facts).toMatchObject({ giftPack: 30 });
  });
});

describe('each campaign speaks for itself', () => {
  test('a deposit that two campaigns have is the offer of the campaign of the day', () => {
    const cells = [{ outlet: 'campus-shop', offer: 'prepay-360-cloud', level: 'secondary' }];
    const { facts } = asked('can I offer the 360 plan at the campus shop', '2020-02-10');
    expect(facts.cells).toEqual(cells);
  });

  test('and so it is after its payout was asked about', () => {
    const cells = [{ outlet: 'campus-shop', offer: 'prepay-360-cloud', level: 'secondary' }];
    expect(talked('2020-02-10', '存360怎么返', '校园店能推吗').facts.cells).toEqual(cells);
  });

  test('a gift that only another campaign has names no deposit', () => {
    expect(asked('送90的那档怎么返', '2020-03-10').facts).toMatchObject({ missing: 'deposit' });
  });

  test('a deposit that only another campaign has is not answered as if no campaign were in force', () => {
    expect(asked('存720怎么返', '2020-03-31').words.lead).not.toContain('没有生效的活动');
  });

  test('an offer that only another campaign has is called by its name', () => {
    const { words } = asked('can I offer the family card at the flagship', '2019-10-10');
    expect(words.lead).toContain('family card');
  });

  test('an answer without cells has a source, or none: not an empty one', () => {
    const { words } = asked('can I offer the family card at the flagship', '2019-10-10');
    expect(words.source).not.toMatch(/ · {2}·/);
  });

  test('asked what an offer is that only another campaign has, the answer speaks of that offer', () => {
    const { words } = asked('what is the smart watch offer', '2020-03-10');
    expect(textOf(words)).toContain('smart watch');
  });

  test('the commission of all plans is said with the name that this campaign has for them', () => {
    expect(asked('办12户佣金多少', '2020-02-10').words.lead).not.toContain('存费送费');
  });

  test('a plan in one line says in which month its gift starts', () => {
    const said = textOf(asked('预存720是什么', '2019-10-10').words);
    expect(said).toContain('赠送180元：当时0元，第2个月起');
    expect(said).toContain('另送您180元，第2个月起');
  });
});
