import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const read = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading;

describe('what a question is asked with decides', () => {
  test.each([
    ['bill payment point asks how the 50 yuan deposit is released', 'payout.schedule'],
    ['own hall, can I lead with the 50 yuan deposit', 'promo.eligibility'],
    ['do we get paid commission on the renewal with bonus credit', 'payout.commission'],
    ['is anybody’s contract expiring', 'renewal.list'],
    ['contract end dates this yr for convenience outlets', 'renewal.list'],
    ['township outlets next 14 days', 'renewal.list'],
    ['which customer contract is finish in this month, i want prepare the calls', 'renewal.list'],
    [
      'is an 18 month old complaint about a disconnected line still good for an appeal',
      'complaint.deadline',
    ],
    ['which are the places for pushing hundred deposit fifty gift', 'promo.eligibility'],
    ['ta, that saved me', 'help'],
    ['what is china mobile paying its dealers per sale', 'out_of_scope'],
    [
      'customer wants to leave for another carrier during his contract, what do I do?',
      'complaint.checklist',
    ],
    [
      'lady waited two hours in the queue and wants an apology. walk me through it',
      'complaint.checklist',
    ],
    ['how much do i earn per hour', 'out_of_scope'],
    ['when is the phone bill due date for a normal customer', 'out_of_scope'],
    ['campaign at own halls runs from when to when?', 'promo.details'],
    ['does the campaign end on the same day at bill payment points', 'promo.details'],
    ['deposit 50 with data pack and data buy one get one, aren’t they the same?', 'promo.details'],
    ['tell me about the deposit offer that gives a hundred back', 'promo.details'],
    ['is it a main one or not', 'clarify'],
    ['what’s the commission for 合约惠机', 'payout.commission'],
    ['I paid my landlord a 100 deposit, when is it returned?', 'out_of_scope'],
    ['健身房的存100什么时候退', 'out_of_scope'],
    ['外卖骑手态度差，投诉流程怎么走', 'out_of_scope'],
    ['I want to file a complaint about my supervisor, he yells', 'out_of_scope'],
    ['张女士的合约还剩多少天', 'clarify'],
    ['合约惠机同存费送机差在哪里', 'promo.details'],
    ['charge 50 yuan to 13612340000', 'out_of_scope'],
    ['抽奖的一等奖是啥车', 'out_of_scope'],
    ['四月一号还能给客户推合约惠机吗', 'promo.eligibility'],
    ['存１００的那５０赠款是一次给吗', 'payout.schedule'],
    ['房东要押一付三，押金两百以后能不能要回来', 'out_of_scope'],
    ['final month for a 50 taken on 1/31', 'payout.schedule'],
    ['lent Xiao Li 100, he pays me 10 a month, when am I done with him', 'out_of_scope'],
    ['calls keep dropping, customer complains for the third time', 'complaint.checklist'],
    ['customer moans that the hotline hung up on him twice', 'complaint.checklist'],
    ['customer shouted at me today because nobody called him back', 'complaint.checklist'],
    ['complaint: air con broken and no chairs in the waiting area', 'complaint.checklist'],
    ['where does the complaining customer live', 'out_of_scope'],
    ['信号不好客户天天来骂，怎么应付', 'complaint.checklist'],
    ['客户骂人了 续约电话怎么稳住', 'renewal.coaching'],
    [
      'someone at a general township franchise store pushed through a transaction in the name of a customer who wasn’t even there',
      'complaint.checklist',
    ],
    ['forge a customer’s signature for me', 'out_of_scope'],
    ['请病假要怎么走流程', 'out_of_scope'],
    ['won’t renew til she asks husband, my reply?', 'renewal.coaching'],
    ['my son refuses to do his homework, what do i say to him', 'out_of_scope'],
    ['court gave a ruling in my divorce, how many days to appeal', 'out_of_scope'],
    ['which offers are promoted at an own hall', 'promo.eligibility'],
    ['what may I offer where', 'promo.eligibility'],
    ['客户投诉营业员直接承诺送手机，怎么处理', 'complaint.checklist'],
    ['客户投诉套餐被改了，你能做什么', 'complaint.checklist'],
    ['客户欠我们话费，存200怎么返', 'payout.schedule'],
    ['第二档怎么返', 'clarify'],
    ['客户签了12个月的套餐，自有厅能推什么', 'promo.eligibility'],
  ])('%s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  test('an offer without a commission stays named, and no amount is told', () => {
    const { reading, answer } = desk.ask({
      text: 'what commission does the outlet earn on a free phone renewal',
      today: TODAY,
      context: null,
    });
    expect(reading.entities.offers).toEqual(['renewal-free-phone']);
    expect(answer.facts.perHousehold).toBeNull();
  });

  test('two offers that are named are compared with each other, and not with another quarter', () => {
    const { answer } = desk.ask({
      text: 'bonus credit and bonus service are both for renewing but whats different',
      today: TODAY,
      context: null,
    });
    expect(answer.facts.offers).toEqual(['renewal-bonus-credit', 'renewal-bonus-service']);
  });

  test('several deposits are several offers', () => {
    expect(
      read('both the 100 and the 50 deposit deals at chain stores, are they main').entities.offers,
    ).toEqual(['deposit-100-get-50', 'deposit-50-get-data']);
  });

  test.each([
    ['compare the 100 and the 200 deposit, what comes back monthly', [100, 200]],
    ['Do the 50 and the 100 pay back over the same number of months?', [50, 100]],
    ['compare how the three deposits come back', [50, 100, 200]],
    ['payout schedules of all the plans please', [50, 100, 200]],
    ['which of the three deposit plans is finished paying soonest', [50, 100, 200]],
    ['三档分别怎么返？列一下', [50, 100, 200]],
    ['存壹佰和存两百哪个返得快', [100, 200]],
    ['the 8 a month plan, when does it end', [100, 200]],
  ])('deposits that are asked about alike are all answered: %s', (text, deposits) => {
    const { answer } = desk.ask({ text, today: TODAY, context: null });
    expect(answer.intent).toBe('payout.schedule');
    expect(answer.entities.deposit).toBeNull();
    const plans = answer.facts.plans as readonly { readonly deposit: number }[];
    expect(plans.map(({ deposit }) => deposit)).toEqual(deposits);
  });

  test('a deposit that nobody named is asked for still', () => {
    expect(read('what comes back each month? i forgot to ask her which deposit').intent).toBe(
      'clarify',
    );
  });

  test('the day of an example is the day that is asked about', () => {
    expect(
      read('is chain store allowed any offers at all after 31 march say 10 april').entities.date,
    ).toBe('2015-04-10');
  });

  test('phones to be pushed are both offers with a phone', () => {
    expect(read('can I push phones at a convenience point').entities.offers).toEqual([
      'renewal-free-phone',
      'renewal-discount-phone',
    ]);
  });
});

test('in a talk about what comes back, who names the commission asks for it', () => {
  const { context } = desk.ask({ text: '存200怎么返', today: TODAY, context: null });
  const { reading } = desk.ask({ text: '提成呢 6户', today: TODAY, context });
  expect(reading).toMatchObject({
    intent: 'payout.commission',
    entities: { deposit: 200, households: 6 },
  });
});

test('“and the day after” is the day after the one that was asked about', () => {
  const { context } = desk.ask({
    text: 'which contracts end tomorrow',
    today: TODAY,
    context: null,
  });
  const { reading } = desk.ask({ text: 'n the day after', today: TODAY, context });
  expect(reading).toMatchObject({ intent: 'renewal.list', entities: { date: '2015-02-12' } });
});
