import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, textOf } from '../../../src/answers/answer.ts';
import { type Desk, openDesk } from '../../../src/desk.ts';
import { day, FOLDERS } from '../../world.ts';
import { emptyFolder } from './overlay.ts';

// The recipe of data/README.md, followed by hand: one folder, three files, a line of approval, no code and no words.
const CAMPAIGN = `id: 2015-q2
version: 1
name: { zh: 2015年二季度存量维系活动, en: retention campaign of the second quarter of 2015 }
purpose: { zh: 稳定存量客户。, en: Keep customers. }
starts: 2015-04-01
ends: 2015-06-30
document: { zh: 2015年二季度政策, en: policy of the second quarter of 2015 }
clause: { zh: 活动说明, en: campaign }
businesses:
  - { id: deposit-gift, name: { zh: 存费送费, en: deposit gift } }
  - { id: broadband, name: { zh: 宽带, en: broadband } }
offers:
  - id: deposit-300-get-150
    business: deposit-gift
    name: { zh: 存300元送150元, en: "deposit 300, get 150" }
    clause: { zh: 存费送费, en: deposit gifts }
  - id: broadband-speed-up
    business: broadband
    name: { zh: 宽带免费提速, en: free broadband speed-up }
    clause: { zh: 宽带, en: broadband }
`;
const LEVELS = `document: { zh: 2015年二季度政策, en: policy of the second quarter of 2015 }
levels:
  - offer: deposit-300-get-150
    clause: { zh: 推荐表, en: levels }
    at: { own-hall: secondary, chain-core-store: main, urban-partner-hall: main, core-township-hall: main, township-store: main, convenience-point: optional }
  - offer: broadband-speed-up
    clause: { zh: 推荐表, en: levels }
    at: { own-hall: main, chain-core-store: secondary, urban-partner-hall: secondary, core-township-hall: secondary, township-store: secondary, convenience-point: secondary }
`;
const PAYOUTS = `document: { zh: 2015年二季度政策, en: policy of the second quarter of 2015 }
plans:
  - offer: deposit-300-get-150
    clause: { zh: 返还方案, en: payout plans }
    deposit: 300
    firstCredit: 60
    depositReturn: { monthly: 20, months: 12, startsAfterMonths: 2 }
    gift: { total: 150, atOnce: 30, monthly: 10, months: 12, startsAfterMonths: 1 }
    commission: 25
`;

let desk: Desk;

beforeAll(async () => {
  const data = join(emptyFolder(), 'data');
  cpSync(FOLDERS.data, data, { recursive: true });
  const folder = join(data, 'campaigns/2015-q2');
  mkdirSync(folder);
  writeFileSync(join(folder, 'campaign.yaml'), CAMPAIGN);
  writeFileSync(join(folder, 'levels.yaml'), LEVELS);
  writeFileSync(join(folder, 'payouts.yaml'), PAYOUTS);
  const register = join(data, 'register.yaml');
  const line = '  - { set: 2015-q2, version: 1, from: 2015-04-01, by: 周经理, on: 2015-02-09 }';
  const before = readFileSync(register, 'utf8');
  writeFileSync(register, before.replace('reviews:', `${line}\nreviews:`));
  desk = await openDesk({ data, intents: FOLDERS.intents }, null);
});

function asked(text: string, today: string): Answer {
  return desk.ask({ text, today: day(today), context: null }).answer;
}

describe('a new quarter is data alone', () => {
  test('from its first day on its own offers are answered', () => {
    const { facts, words } = asked('自有厅能推什么', '2015-04-01');
    expect(facts).toEqual({
      campaign: '2015-q2',
      active: true,
      date: '2015-04-01',
      cells: [
        { outlet: 'own-hall', offer: 'deposit-300-get-150', level: 'secondary' },
        { outlet: 'own-hall', offer: 'broadband-speed-up', level: 'main' },
      ],
    });
    expect(textOf(words)).toContain('宽带免费提速');
  });

  test('until the last day of the old one nothing changes', () => {
    const { facts } = asked('自有厅能推什么', '2015-03-31');
    expect(facts).toMatchObject({ campaign: '2015-q1', active: true });
    expect(facts.cells).toHaveLength(8);
  });

  test('a day of it can be asked about before it starts', () => {
    expect(asked('what can I offer at an own hall on 15 April', '2015-02-10').facts).toMatchObject({
      campaign: '2015-q2',
      date: '2015-04-15',
    });
  });

  test.each([
    '能不能在自有厅推宽带免费提速',
    'can I offer the free broadband speed-up at an own hall',
  ])('a new offer is understood by its name: %s', (text) => {
    const { entities, facts } = asked(text, '2015-05-10');
    expect(entities).toMatchObject({ outlets: ['own-hall'], offers: ['broadband-speed-up'] });
    expect(facts.cells).toEqual([
      { outlet: 'own-hall', offer: 'broadband-speed-up', level: 'main' },
    ]);
  });

  test('before the day of its approval nobody knows it, and nothing is promised from it', () => {
    const text = 'what can I offer at an own hall on 15 April';
    const { facts, words } = asked(text, '2015-02-08');
    expect(facts).toMatchObject({ active: false, cells: [] });
    expect(textOf(words)).toContain('was approved only on 9 February 2015');
  });

  test('an offer of the old quarter is not decided in the new one, and never yes', () => {
    const { facts } = asked('存费送机能在自有厅推吗', '2015-05-10');
    expect(facts).toMatchObject({ campaign: '2015-q2', active: true, cells: [] });
  });

  test('a new deposit comes back by its own plan', () => {
    const { intent, facts } = asked('存300送150怎么返', '2015-04-30');
    expect(intent).toBe('payout.schedule');
    expect(facts).toMatchObject({
      deposit: 300,
      date: '2015-04-30',
      firstCredit: 60,
      giftAtOnce: 30,
      giftPack: null,
      total: 450,
    });
    // The gift from May for twelve months, the deposit from June for twelve.
    const months = facts.months as readonly unknown[];
    expect(months).toHaveLength(13);
    expect(months[0]).toEqual({ month: '2015-05', deposit: 0, gift: 10 });
    expect(months[1]).toEqual({ month: '2015-06', deposit: 20, gift: 10 });
    expect(months[12]).toEqual({ month: '2016-05', deposit: 20, gift: 0 });
  });

  test('the commission is that of the quarter in which it is asked about', () => {
    expect(asked('办12户佣金多少', '2015-05-10').facts).toMatchObject({
      perHousehold: 25,
      total: 300,
    });
    expect(asked('办12户佣金多少', '2015-02-10').facts).toMatchObject({
      perHousehold: 10,
      total: 120,
    });
  });

  test('after it nothing may be promised', () => {
    expect(asked('自有厅能推什么', '2015-07-01').facts).toEqual({
      campaign: '2015-q2',
      active: false,
      date: '2015-07-01',
      cells: [],
    });
  });
});
