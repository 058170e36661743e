import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import { day, ROOT, realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();

// A policy owner reads these files: what staff would read, for a question on a day. `npm run golden` rewrites them.
const QUESTIONS: [name: string, text: string, today?: string][] = [
  ['township-partner-hall.en', 'what can I offer at a township partner hall?'],
  ['township-partner-hall.zh', '核心乡镇合作厅能推什么'],
  ['own-hall.zh', '自有厅能推什么'],
  ['convenience-point.zh', '便利渠道能推什么'],
  ['convenience-point.en', 'what can I push at a bill payment point'],
  ['two-outlets.en', 'what can I offer at own halls and township franchise stores'],
  ['partner-hall.zh', '合作厅能推啥'],
  ['partner-hall.en', 'what can I offer at a partner hall'],
  ['one-offer-yes.en', 'can I offer the discount phone at a chain core store'],
  ['one-offer-secondary.zh', '存费送机能在一般乡镇专营店推吗'],
  ['one-offer-optional.zh', '合约惠机在自有厅能推吗'],
  ['where.en', 'where is the free phone pushed'],
  ['where.zh', '合约惠机在哪些网点主推'],
  ['where-optional.en', 'where is the discount phone optional'],
  ['where-can.en', 'which outlets can offer the free phone'],
  ['which-secondary.zh', '连锁卖场哪些是非主推'],
  ['which-main.en', 'what does an own hall lead with'],
  ['none-secondary.zh', '自有厅有非主推的吗'],
  ['none-optional.en', 'what is optional at a chain core store'],
  ['none-main.zh', '缴费站主推什么'],
  ['partner-hall-main.zh', '合作厅主推哪些'],
  ['everywhere.en', 'what do we lead with at all outlets'],
  ['four-offers.zh', '存费送费在自有厅能推吗'],
  ['before-campaign.en', 'what can I offer at an own hall on 31 December 2014'],
  ['on-another-day.en', 'what can I offer at an own hall on 20 March'],
  ['after-the-campaign.en', 'can I offer the free phone at an own hall on 1 April'],
  ['before-it.zh', '三月二十号自有厅能推什么', '2014-12-20'],
  ['schedule-before-it.zh', '2015年2月1日存200元怎么返', '2014-12-20'],
  ['after-campaign.zh', '自有厅能推什么', '2015-04-01'],
  ['ends-soon.en', 'what can I offer at an own hall', '2015-03-25'],
  ['last-day.zh', '自有厅能推什么', '2015-03-31'],
  ['no-such-deposit.en', 'can i offer deposit 300 at an own hall'],
  ['no-such-deposit.zh', '存300能在自有厅推吗'],
  ['no-such-deposit-details.en', 'is there a deposit of 150'],
  ['commission-on-phones.en', 'we sold 12 phones, commission?'],
  ['commission-on-phones.zh', '卖了12台手机佣金多少'],
  ['no-outlet.zh', '能推什么'],
  ['no-outlet.en', 'what can I offer'],
  ['campaign.en', 'when does the campaign end'],
  ['campaign.zh', '活动什么时候结束'],
  ['offer-details.en', 'what is deposit 200 get 100'],
  ['offer-details.zh', '存费送费是什么'],
  ['one-offer-details.zh', '存100送50是什么'],
  ['data-gift-details.zh', '存50送流量是什么优惠'],
  ['renewal-details.zh', '存费送机是什么'],
  ['renewal-details.en', 'what is the discount phone'],
  ['must-say.zh', '办200送100要跟客户说什么'],
  ['must-say.en', 'what must I tell the customer with the free phone'],
  ['must-say-campaign.zh', '要跟客户说什么'],
  ['never-say.zh', '存100送50不能承诺什么'],
  ['never-say.en', 'what must I not promise'],
  ['never-say-four.zh', '存费送费有哪些话不能跟客户说'],
  ['customer-text.zh', '存200送100的短信怎么发给客户'],
  ['customer-text.en', 'text I can send for the 50 deposit'],
  ['customer-text-four.zh', '存费送费的短信怎么写'],
  ['customer-text-campaign.zh', '短信怎么发给客户'],
  ['customer-text-none.en', 'is there an sms for the data pack offer'],
  ['customer-text-closed.zh', '存200送100的短信怎么发给客户', '2015-04-01'],
  ['conditions.zh', '存200送100有什么条件'],
  ['conditions.en', 'conditions of the free phone'],
  ['conditions-campaign.en', 'what are the conditions of the campaign'],
  ['changes.zh', '本季度有什么变化'],
  ['changes.en', "what's new since last quarter"],
  ['changes-closed.zh', '这季度政策有什么变化', '2015-04-02'],
  ['closed-details.zh', '存200送100是什么', '2015-04-02'],
  ['schedule-200.zh', '存200送100怎么返'],
  ['schedule-200.en', 'how does the 200 deposit come back'],
  ['schedule-100-month-end.en', 'how does the 100 deposit come back if he pays on 31 January'],
  ['schedule-50.zh', '存50元的怎么返还'],
  ['schedule-leaves.en', 'what if he leaves in June after a 200 deposit'],
  ['schedule-leaves.zh', '1月10号存的200，6月要销户，返了多少'],
  ['schedule-leaves-late.zh', '存100的2016年5月销户怎么返'],
  ['schedule-left-since.zh', '存200的6月销户，返了多少', '2015-05-20'],
  ['schedule-left-since.en', 'what if he leaves in June after a 200 deposit', '2015-05-20'],
  [
    'schedule-left-before.en',
    '200 deposit on 10 January, he cancelled on 5 January, how much came back',
  ],
  ['schedule-compared.en', 'compare how the three deposits come back'],
  ['schedule-compared.zh', '存壹佰和存两百哪个返得快'],
  ['schedule-compared-both-sides.zh', '100和200分别怎么返，网点拿多少'],
  ['schedule-compared-by-month.en', 'what has he got by august on the 50 and the 100'],
  ['schedule-compared-after-it.en', 'compare the 100 and the 200 in april'],
  ['schedule-by-month-after-it.en', 'what has he got by august on the 200 deposit', '2015-04-10'],
  ['schedule-by-month.en', 'what has he got by august on the 200 deposit'],
  ['schedule-by-month.zh', '存200元到六月份能返回来多少'],
  ['schedule-so-far.en', 'she paid 100 on 5 january, what has she had so far'],
  ['schedule-no-deposit.en', 'how does the deposit come back'],
  ['schedule-unknown-deposit.zh', '存300元怎么返'],
  ['both-sides-12.zh', '存200送100客户能拿多少我们佣金多少，12户'],
  ['both-sides-12.en', 'what does the customer get and what do we earn on the 200, 12 households'],
  ['both-sides-one.zh', '存50的怎么返，佣金多少'],
  ['both-sides-one.en', 'how does the 50 deposit come back and what do we earn'],
  ['both-sides-any.zh', '客户拿多少我们佣金多少'],
  ['both-sides-any.en', 'what does the customer get back and what do we earn'],
  ['missed-deposit.zh', '三月的返还没到账', '2015-03-20'],
  ['missed-months.zh', '存200的客户说三月没返钱', '2015-03-20'],
  ['missed-months.en', "a customer of the 200 says he didn't get March's 18", '2015-03-20'],
  ['missed-known.zh', '1月10号存的100，这个月的没到账', '2015-03-20'],
  ['missed-known.en', 'deposit of 50 made on 10 January, nothing has come in March', '2015-03-20'],
  ['missed-on-the-day.en', 'a 50 deposit made on 3 March, the credit is missing', '2015-03-20'],
  ['missed-to-come.en', 'the March credit of the 100 deposit is missing'],
  ['missed-nothing-due.zh', '2015年1月存200的客户说2016年7月没返钱', '2016-08-01'],
  ['commission-12.en', 'commission for 12 households on the 100 deposit'],
  ['commission-1.zh', '办一户佣金多少'],
  ['commission-of-no-plan.en', 'what is our commission on the free phone'],
  ['commission-of-no-plan.zh', '合约惠机佣金多少'],
  ['checklist-disconnection.zh', '客户投诉合约期内被拆机怎么处理'],
  [
    'checklist-transfer.en',
    'customer complains his plan was changed after the transfer, what do I do',
  ],
  ['deadline.zh', '投诉几天之内要答复'],
  ['deadline-all.en', 'what are the time limits for complaints'],
  ['coaching-objection.zh', '客户说不需要怎么回答'],
  ['coaching.en', 'how do I prepare a renewal call'],
  ['help.en', 'what can you do'],
  ['help.zh', '你好'],
  ['thanks.zh', '谢谢'],
  ['thanks.en', 'thx'],
  ['out-of-scope.en', 'what is the weather today'],
  ['out-of-scope.zh', '工资什么时候发'],
  ['contracts.en', 'which contracts end next month'],
  ['contracts.zh', '自有厅下周到期的合约'],
  ['contract.zh', '13800001234什么时候到期'],
  ['porting.zh', '客户要携号转网，自有厅能推什么'],
  ['porting.en', 'a customer wants to port out, what can I offer at an own hall'],
  ['porting-unknown.zh', '携号转网怎么办理'],
  ['porting-in-force.zh', '客户想携转怎么挽留', '2020-02-10'],
  ['porting-in-force.en', 'how does porting in work', '2020-02-10'],
];

describe('what staff read', () => {
  test.each(QUESTIONS)('%s', async (name, text, today) => {
    const { answer } = desk.ask({
      text,
      today: today === undefined ? TODAY : day(today),
      context: null,
    });
    const page = `# ${text}${today === undefined ? '' : `   (on ${today})`}\n\n${textOf(answer.words)}\n\n${JSON.stringify({ intent: answer.intent, facts: answer.facts })}\n`;
    await expect(page).toMatchFileSnapshot(join(ROOT, 'test/golden/answers', `${name}.txt`));
  });

  test('an answer says in its own language only what has words in it: no "undefined", no empty line', () => {
    for (const [, text, today] of QUESTIONS) {
      const { answer } = desk.ask({
        text,
        today: today === undefined ? TODAY : day(today),
        context: null,
      });
      const said = textOf(answer.words);
      expect(said).not.toMatch(/undefined|null|NaN|\n\n|\[object/);
      if (answer.language === 'zh') continue;
      // Words to be sent to a customer are in his language.
      const sections = answer.words.sections.filter(({ isCopyable }) => isCopyable !== true);
      expect(textOf({ ...answer.words, sections })).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
