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
