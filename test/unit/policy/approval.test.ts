import { describe, expect, test } from 'vitest';
import {
  type ApprovalWanted,
  approvalOf,
  type ChangeWanted,
  reviewOfSet,
  rollbackOf,
  userOf,
  withdrawalOf,
} from '../../../src/policy/approval.ts';
import type { Decision, PolicySet } from '../../../src/policy/policy.ts';
import { day } from '../../world.ts';
import { firstQuarter } from './first-quarter.ts';

const FIRST: PolicySet = {
  ...firstQuarter(),
  id: 'q',
  version: 1,
  beside: [],
  panel: null,
  reviewEveryDays: 90,
};
const SECOND: PolicySet = { ...FIRST, version: 2 };
const APPROVED: Decision = {
  set: 'q',
  version: 1,
  from: day('2015-01-01'),
  decided: { by: '周 (U0ZHOU)', on: day('2014-12-20') },
  reason: null,
  fingerprint: null,
};
const OWNERS = ['U0ZHOU', 'U0WU'];

const wanted: ApprovalWanted = {
  set: FIRST,
  register: { decisions: [], reviews: [] },
  preparedBy: '周 (U0ZHOU)',
  by: '吴 (U0WU)',
  owners: OWNERS,
  today: day('2014-12-20'),
  from: null,
  reason: null,
};
const correction: ApprovalWanted = {
  ...wanted,
  set: SECOND,
  register: { decisions: [APPROVED], reviews: [] },
  today: day('2015-02-14'),
  reason: '附表印错了',
};

describe('a policy set is approved', () => {
  test('by a policy owner who has not prepared it, from its first day on', () => {
    expect(approvalOf(wanted)).toEqual({
      ok: true,
      value: {
        set: 'q',
        version: 1,
        from: '2015-01-01',
        decided: { by: '吴 (U0WU)', on: '2014-12-20' },
        reason: null,
      },
    });
  });

  test('late as well: it has held since its first day', () => {
    expect(approvalOf({ ...wanted, today: day('2015-01-10') })).toMatchObject({
      value: { from: '2015-01-01', decided: { on: '2015-01-10' } },
    });
  });

  test.each([
    ['by nobody who is no policy owner', { by: '李 (U0LI)' }, /policy owner/],
    ['by no name without an id', { by: '吴' }, /policy owner/],
    ['by nobody where no owner is named', { owners: [] }, /policy owner/],
    ['not by who has prepared it', { by: '周经理 (U0ZHOU)' }, /another policy owner/],
    ['not by who has prepared it, under an id alone', { by: 'U0ZHOU' }, /another policy owner/],
    ['not for a day before its first', { from: day('2014-12-31') }, /not among the days/],
    ['not for a day after its last', { from: day('2015-04-01') }, /not among the days/],
    ['not twice', { register: { decisions: [APPROVED], reviews: [] } }, /approved before/],
  ])('%s', (_, change, said) => {
    const decided = approvalOf({ ...wanted, ...change });
    expect(decided.ok ? '' : decided.refusal.en).toMatch(said);
    expect(decided.ok ? '' : decided.refusal.zh).toMatch(/[一-龥]/);
  });

  test('whoever prepared it, where nobody wrote that down', () => {
    expect(approvalOf({ ...wanted, preparedBy: null, by: 'U0ZHOU' }).ok).toBe(true);
  });
});

describe('a correction', () => {
  test('holds from the day of its approval on, where no day is named', () => {
    expect(approvalOf(correction)).toMatchObject({
      value: { version: 2, from: '2015-02-14', reason: '附表印错了' },
    });
  });

  test('may name a day of the campaign, and holds from its first day where it is approved before', () => {
    expect(approvalOf({ ...correction, from: day('2015-03-01') })).toMatchObject({
      value: { from: '2015-03-01' },
    });
    expect(approvalOf({ ...correction, today: day('2014-12-25') })).toMatchObject({
      value: { from: '2015-01-01' },
    });
  });

  test.each([
    ['needs a reason', { reason: null }, /Say why/],
    [
      'needs something to correct',
      { register: { decisions: [], reviews: [] } },
      /nothing to correct/,
    ],
    ['comes too late after the last day', { today: day('2015-04-01') }, /not among the days/],
  ])('%s', (_, change, said) => {
    const decided = approvalOf({ ...correction, ...change });
    expect(decided.ok ? '' : decided.refusal.en).toMatch(said);
  });
});

describe('what was approved is taken back', () => {
  const corrected: Decision = {
    ...APPROVED,
    version: 2,
    from: day('2015-02-14'),
    decided: { by: '吴 (U0WU)', on: day('2015-02-14') },
    reason: '附表印错了',
  };
  const change: ChangeWanted = {
    id: 'q',
    sets: [FIRST, SECOND],
    register: { decisions: [APPROVED, corrected], reviews: [] },
    by: '周 (U0ZHOU)',
    owners: OWNERS,
    today: day('2015-02-20'),
    from: null,
    reason: '更正本身有误',
  };

  test('an earlier version is in force again from today on', () => {
    expect(rollbackOf({ ...change, to: 1 })).toEqual({
      ok: true,
      value: {
        set: 'q',
        version: 1,
        from: '2015-02-20',
        decided: { by: '周 (U0ZHOU)', on: '2015-02-20' },
        reason: '更正本身有误',
      },
    });
  });

  test('or none of it is', () => {
    expect(withdrawalOf(change)).toMatchObject({ value: { version: null, from: '2015-02-20' } });
    expect(withdrawalOf({ ...change, from: day('2015-03-01') })).toMatchObject({
      value: { from: '2015-03-01' },
    });
  });

  test.each([
    ['to the version in force', { to: 2 }, /the one in force/],
    ['to a version that nobody approved', { to: 3 }, /never approved/],
    ['without a reason', { to: 1, reason: null }, /Say why/],
    ['by somebody else', { to: 1, by: 'U0LI' }, /policy owner/],
    ['of a campaign that is not there', { to: 1, id: 'r' }, /No campaign "r"/],
    ['after its last day', { to: 1, today: day('2015-04-01') }, /has ended/],
  ])('not %s', (_, given, said) => {
    const decided = rollbackOf({ ...change, ...given });
    expect(decided.ok ? '' : decided.refusal.en).toMatch(said);
  });

  test('a withdrawal needs a reason, an owner and a campaign as well', () => {
    for (const given of [{ reason: null }, { by: 'U0LI' }, { id: 'r' }])
      expect(withdrawalOf({ ...change, ...given }).ok).toBe(false);
  });
});

describe('a review', () => {
  const register = { decisions: [APPROVED], reviews: [] };
  const asked = {
    id: 'q',
    sets: [FIRST],
    register,
    by: 'U0WU',
    owners: OWNERS,
    today: day('2015-03-20'),
  };

  test('is of the version decided last, or of the one that is named', () => {
    const value = { set: 'q', version: 1, by: 'U0WU', on: '2015-03-20' };
    expect(reviewOfSet({ ...asked, version: null })).toEqual({ ok: true, value });
    expect(reviewOfSet({ ...asked, version: 1 })).toEqual({ ok: true, value });
  });

  test('is not of what nobody approved, and not by anybody', () => {
    expect(reviewOfSet({ ...asked, version: 2 }).ok).toBe(false);
    expect(reviewOfSet({ ...asked, id: 'r', version: null }).ok).toBe(false);
    expect(reviewOfSet({ ...asked, by: 'U0LI', version: null }).ok).toBe(false);
  });
});

test.each([
  ['U0OLIVIA', 'U0OLIVIA'],
  ['Olivia Grant (U0OLIVIA)', 'U0OLIVIA'],
  ['李娜 (W012AB3CD)', 'W012AB3CD'],
  ['Olivia Grant', null],
  ['Una', null],
  ['(U0OLIVIA) said so', null],
])('in "%s" the Slack user is %s', (person, user) => {
  expect(userOf(person)).toBe(user);
});

describe('who is the same person', () => {
  const approvedBy = (by: string, preparedBy: string): boolean =>
    approvalOf({ ...wanted, by, preparedBy }).ok;

  test.each([
    ['吴 (U0WU)', '吴 (U0WU)'],
    ['吴副经理 (U0WU)', '吴 (U0WU)'],
    ['Olivia Grant (U0WU)', 'olivia grant'],
    ['Olivia Grant (U0WU)', ' Olivia Grant '],
    ['U0WU', 'Wu (U0WU)'],
  ])('%s is %s, and does not approve that draft', (by, preparedBy) => {
    expect(approvedBy(by, preparedBy)).toBe(false);
  });

  test.each([
    ['吴 (U0WU)', '吴 (U0ZHOU)'],
    ['吴 (U0WU)', 'root'],
    ['Olivia (U0WU)', 'Olivia Grant'],
    ['Wu (U0WU) ', '周'],
  ])('%s is not %s', (by, preparedBy) => {
    expect(approvedBy(by, preparedBy)).toBe(true);
  });
});

describe('each campaign is decided about by itself', () => {
  const OTHER: Decision = { ...APPROVED, set: 'other', version: 2, from: day('2014-06-01') };
  const [both, later] = [
    [APPROVED, OTHER],
    [OTHER, APPROVED],
  ];

  test('what was approved of another one is neither an approval nor something to correct', () => {
    const register = { decisions: [OTHER], reviews: [] };
    expect(approvalOf({ ...wanted, register })).toMatchObject({ value: { from: '2015-01-01' } });
    expect(approvalOf({ ...correction, register }).ok).toBe(false);
  });

  test('nor a version to go back to, nor one to review, nor one to end', () => {
    const change = {
      id: 'q',
      sets: [{ ...SECOND, id: 'other' }, FIRST, SECOND],
      by: '周 (U0ZHOU)',
      owners: OWNERS,
      today: day('2015-02-20'),
      from: null,
      reason: '有误',
    };
    for (const decisions of [both, later]) {
      const register = { decisions, reviews: [] };
      expect(rollbackOf({ ...change, register, to: 2 }).ok).toBe(false);
      expect(rollbackOf({ ...change, register, to: 1 }).ok).toBe(false);
      const asked = { ...change, register };
      expect(reviewOfSet({ ...asked, version: 2 }).ok).toBe(false);
      expect(reviewOfSet({ ...asked, version: null })).toMatchObject({ value: { version: 1 } });
      expect(withdrawalOf(asked)).toEqual({
        ok: true,
        value: {
          set: 'q',
          version: null,
          from: '2015-02-20',
          decided: { by: '周 (U0ZHOU)', on: '2015-02-20' },
          reason: '有误',
        },
      });
    }
  });
});

test('the last day of a campaign is one of its days', () => {
  const last = { from: day('2015-03-31') };
  expect(approvalOf({ ...wanted, ...last })).toMatchObject({ ok: true, value: last });
  expect(approvalOf({ ...correction, today: day('2015-03-31') })).toMatchObject({ value: last });
});

test('every refusal is said in Chinese and in English', () => {
  const change = {
    id: 'q',
    sets: [FIRST, SECOND],
    register: { decisions: [APPROVED], reviews: [] },
    by: 'U0WU',
    owners: OWNERS,
    today: day('2015-02-20'),
    from: null,
    reason: '有误',
  };
  const refusals = [
    approvalOf({ ...wanted, by: 'U0LI' }),
    approvalOf({ ...wanted, by: 'U0ZHOU' }),
    approvalOf({ ...wanted, register: change.register }),
    approvalOf({ ...correction, register: { decisions: [], reviews: [] } }),
    approvalOf({ ...correction, reason: null }),
    approvalOf({ ...wanted, from: day('2016-01-01') }),
    rollbackOf({ ...change, to: 1 }),
    rollbackOf({ ...change, to: 2 }),
    rollbackOf({ ...change, id: 'r', to: 1 }),
    rollbackOf({
      ...change,
      to: 1,
      register: { decisions: [APPROVED, { ...APPROVED, version: 2 }], reviews: [] },
      from: day('2015-04-01'),
    }),
    reviewOfSet({ ...change, version: 7 }),
  ].map((decided) => (decided.ok ? 'not refused' : `${decided.refusal.zh} ${decided.refusal.en}`));
  expect(refusals).toMatchInlineSnapshot(`
    [
      "只有政策负责人可以决定（DESK_POLICY_OWNERS 里的人）。 Only a policy owner may decide this: a user named in DESK_POLICY_OWNERS.",
      "这份政策是您自己准备的，要由另一位政策负责人批准。 You have prepared this policy yourself: another policy owner has to approve it.",
      "q 第1版已经批准过了。 Version 1 of q has been approved before.",
      "q 还没有批准过的版本，不能更正：先批准第1版。 No version of q is approved yet, so there is nothing to correct: approve version 1 first.",
      "要写明原因：它代替以前的决定。 Say why: it takes the place of an earlier decision.",
      "2016-01-01 不在活动时间（2015-01-01 至 2015-03-31）里。 2016-01-01 is not among the days of the campaign (2015-01-01 to 2015-03-31).",
      "q 现在就是第1版。 Version 1 of q is the one in force.",
      "q 第2版没有批准过，不能退回到它。 Version 2 of q was never approved: nothing can go back to it.",
      "没有批准过的活动 r。 No campaign "r" has been approved.",
      "q 第1版已在 2015-03-31 结束。 Version 1 of q has ended on 2015-03-31.",
      "q 没有这样的已批准版本。 q has no such approved version.",
    ]
  `);
});
