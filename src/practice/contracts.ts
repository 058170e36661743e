import { addDays, addMonths, type Day } from '../calendar/day.ts';
import { PRACTICE_CHANNELS, PRACTICE_USERS } from './branch.ts';

/** A sales point of the practice branch, and who looks after its contracts. All invented. */
type PracticeHall = {
  readonly outlet: string;
  readonly name: string;
  /** Empty where nobody is named: those are claimed. */
  readonly owner: string;
  /** Empty where the outlet's usual channel is meant, or none is known. */
  readonly channel: string;
};

const { liNa, sam, zhangWei } = PRACTICE_USERS;
const { coreTownship, urban } = PRACTICE_CHANNELS;

const HALLS: readonly PracticeHall[] = [
  hall('core-township-hall', '河口镇合作厅', liNa.id, coreTownship.id),
  hall('urban-partner-hall', '城东合作厅', zhangWei.id, urban.id),
  hall('core-township-hall', '青石镇合作厅', '', coreTownship.id),
  hall('own-hall', '中心自有厅', sam.id, urban.id),
  hall('chain-core-store', '新街卖场', sam.id, ''),
  hall('township-store', '白沙乡专营店', liNa.id, ''),
  hall('convenience-point', '河湾便利店', '', ''),
];

const FAMILY_NAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const GIVEN_NAMES = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚'.split('');
const PLANS = ['3G 66元套餐', '3G 96元套餐', '2G 26元畅聊套餐', '存200元送100元', '存100元送50元'];
const TERM_MONTHS = [12, 24, 12, 18];

/**
 * In days from today. Every stage falls on somebody today (60 to 0 before, 1 and 7 after), some end within the month,
 * most later: a newcomer sees a digest at once, and a tomorrow that is different.
 */
const STAGE_DAYS = [60, 30, 15, 7, 3, 1, 0, -1, -7];
const COUNT = 200;
const HEADINGS = '合约编号,客户姓名,手机号码,套餐,网点类型,网点名称,开始日期,结束日期,负责人,频道';

/** The practice branch's contracts as the business system would hand them over, a CSV file. The same day gives the same file. */
export function practiceContracts(today: Day): string {
  const rows = Array.from({ length: COUNT }, (_, index) => rowOf(index, today));
  return [HEADINGS, ...rows, ''].join('\n');
}

function rowOf(index: number, today: Day): string {
  const { outlet, name, owner, channel } = at(HALLS, index);
  const endsOn = addDays(today, daysAhead(index));
  const startsOn = addMonths(endsOn, -at(TERM_MONTHS, index));
  const number = String(index + 1).padStart(4, '0');
  const customer = at(FAMILY_NAMES, index * 7) + at(GIVEN_NAMES, index * 3 + 1);
  const id = `LJ-${number}`;
  // No line has a number that begins so: nobody is called by mistake.
  const phone = `1990000${number}`;
  const plan = at(PLANS, index);
  return [id, customer, phone, plan, outlet, name, startsOn, endsOn, owner, channel].join(',');
}

function daysAhead(index: number): number {
  // Three rounds of the halls have a stage today, each hall another one.
  if (index < HALLS.length * 3) return at(STAGE_DAYS, index + Math.floor(index / HALLS.length));
  // The rest is spread over four months by a step that has no common divisor with them.
  return ((index * 37) % 121) + 1;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

function hall(outlet: string, name: string, owner: string, channel: string): PracticeHall {
  return { outlet, name, owner, channel };
}
