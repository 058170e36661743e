import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import { findAnswer } from '../../../src/answers/find-answer.ts';
import { type Desk, openDesk } from '../../../src/desk.ts';
import { INTENTS, NO_ENTITIES } from '../../../src/language/reading.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { LENGTHS } from '../../../src/slack/limits.ts';
import { day, FOLDERS, realDesk, TODAY } from '../../world.ts';
import { dataWithPortOffer } from '../files/port-offer.ts';
import { OFFERS, policyAndDay, SHOPS } from '../policy/any-policy.ts';
import { readingOf } from './reading-of.ts';

const desk = await realDesk();
const said = (text: string, today = TODAY): string =>
  textOf(desk.ask({ text, today, context: null }).answer.words);

const LAST_BAN = { zh: '9. 其他违规行为', en: '9. Any other act against the rules' };
const IN_FORCE = day('2019-12-01');

describe('below an answer to a question that mentions porting stand the nine bans and where they stand', () => {
  test.each([
    '客户要携号转网自有厅能推什么',
    '客户要携转，存200送100是什么',
    '客户6月要携转，存200返了多少',
    '携转客户办一户佣金多少',
    '客户投诉不给办携号转网怎么处理',
    '客户投诉携转，几天之内要答复',
    '客户想携转怎么挽留',
    '携号转网怎么办理',
  ])('%s', (text) => {
    const answer = said(text);
    expect(answer).toContain(LAST_BAN.zh);
    expect(answer).toMatch(/来源：携号转网服务管理规定.*第九条/);
  });

  test.each([
    'a customer wants to port out, what can I offer at an own hall',
    'how does porting in work',
  ])('%s', (text) => {
    const answer = said(text);
    expect(answer).toContain(LAST_BAN.en);
    expect(answer).toMatch(/Source: Rules on Number Portability Services .*Art\. 9/);
  });

  test('also below a question back: not everybody answers it', () => {
    expect(said('客户要携转能推什么')).toContain(LAST_BAN.zh);
  });

  test.each(['自有厅能推什么', '你好', '携转客户的合约下周到期有哪些'])(
    'not below %s: nobody ports, or nothing is said to a customer',
    (text) => {
      expect(said(text)).not.toContain('不得');
    },
  );

  test.each([
    '客户要携号转网自有厅能推什么',
    'he wants to port out, what can I offer at an own hall',
  ])('and both sources of %s fit into a message of Slack', (text) => {
    const { source } = desk.ask({ text, today: TODAY, context: null }).answer.words;
    expect(source?.split('\n')).toHaveLength(2);
    expect(source?.length).toBeLessThan(LENGTHS.source);
  });

  test('and the facts are those of the contract, with nothing added', () => {
    const [asked, plain] = ['客户要携号转网自有厅能推什么', '自有厅能推什么'].map(
      (text) => desk.ask({ text, today: TODAY, context: null }).answer.facts,
    );
    expect(asked).toEqual(plain);
    const unknown = desk.ask({ text: '携号转网怎么办理', today: TODAY, context: null }).answer;
    expect(unknown).toMatchObject({ intent: 'out_of_scope', entities: NO_ENTITIES, facts: {} });
  });
});

describe('before the rules are in force', () => {
  test('their day is said, and nothing of the check that came with them', () => {
    const before = said('携号转网怎么办理', day('2019-11-30'));
    expect(before).toContain('自2019年12月1日起施行');
    expect(before).not.toContain('CXXZ');
  });

  test('from that day on it is said how the customer checks whether he may port', () => {
    const after = said('携号转网怎么办理', IN_FORCE);
    expect(after).not.toContain('施行');
    expect(after).toContain('CXXZ#姓名#证件号码');
    expect(after).toContain('由分公司确认');
  });
});

describe('an offer only for port users, in a campaign before the rules', () => {
  let old: Desk;
  const on = day('2019-10-10');

  beforeAll(async () => {
    const data = dataWithPortOffer('2019-11-30');
    old = await openDesk({ data, intents: FOLDERS.intents }, null);
  });

  const asked = (text: string) => old.ask({ text, today: on, context: null }).answer;

  test('is answered where nobody ports', () => {
    expect(asked('自有厅能推什么').facts.cells).toEqual([
      { outlet: 'own-hall', offer: 'port-in-bonus', level: 'main' },
    ]);
  });

  test.each([
    ['转网客户自有厅能推什么', []],
    ['客户要转网，携转礼包自有厅能推吗', []],
    ['he wants to port out, can I offer the port-in bonus at an own hall', []],
  ])('is not where somebody does: %s', (text, cells) => {
    expect(asked(text).facts.cells).toEqual(cells);
  });

  test('asked for by its name it is refused, and not called undecided', () => {
    expect(asked('客户要转网，携转礼包自有厅能推吗').words.lead).toBe(
      '携转礼包只给携号转网用户：不能推。',
    );
    expect(
      asked('he wants to port out, can I offer the port-in bonus at an own hall').words.lead,
    ).toBe('Only for port users, so do not offer it: port-in bonus.');
  });
});

test('with any policy, question and day no port offer is in the facts of an answer on porting', () => {
  const marked = policyAndDay.chain(({ policy, day: on }) =>
    fc.subarray(OFFERS).map((only) => ({ policy: withPortOffers(policy, only), on })),
  );
  const asked = fc.record({
    intent: fc.constantFrom(...INTENTS),
    outlets: fc.subarray(SHOPS),
    offers: fc.subarray(OFFERS),
    language: fc.constantFrom('zh' as const, 'en' as const),
  });
  fc.assert(
    fc.property(marked, asked, ({ policy, on }, { intent, outlets, offers, language }) => {
      const reading = readingOf(intent, {
        language,
        entities: { outlets, offers },
        missing: intent === 'clarify' ? 'intent' : null,
        mentionsPorting: true,
      });
      const { facts } = findAnswer(reading, { policy, checklists: [], intents: [], today: on });
      const said = JSON.stringify(facts);
      for (const { id, onlyFor } of policy.campaigns.flatMap((campaign) => campaign.offers)) {
        if (onlyFor !== null) expect(said).not.toContain(JSON.stringify(id));
      }
    }),
  );
});

function withPortOffers(policy: Policy, only: readonly string[]): Policy {
  return {
    ...policy,
    campaigns: policy.campaigns.map((campaign) => ({
      ...campaign,
      offers: campaign.offers.map((offer) => ({
        ...offer,
        onlyFor: only.includes(offer.id) ? 'port-users' : null,
      })),
    })),
  };
}
