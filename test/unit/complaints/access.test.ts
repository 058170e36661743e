import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseSubject, maySee, refusedTo, seenBy } from '../../../src/complaints/access.ts';
import type { CaseDeed } from '../../../src/complaints/command.ts';
import { everywhere, type Grant, ROLES } from '../../../src/people/role.ts';
import { caseWorld, openingOf } from '../../complaints.ts';

const CASE: CaseSubject = {
  id: 'C-2015-0001',
  owner: 'U_LI',
  outlet: 'core-township-hall',
  hall: '城关厅',
};
const { outcomes } = caseWorld('2015-02-10');
const staff = everywhere('staff');
const sees = (user: string, ...grants: readonly Grant[]) =>
  maySee(CASE, { user, grants: [staff, ...grants] });
const refused = (deed: CaseDeed, user: string, ...grants: readonly Grant[]) =>
  refusedTo(CASE, deed, { viewer: { user, grants: [staff, ...grants] }, outcomes });

describe('who sees a case', () => {
  test('its owner, the managers of its outlet and hall, and complaint officers', () => {
    expect(sees('U_LI')).toBe(true);
    expect(sees('U_M', { role: 'manager', outlets: ['core-township-hall'], halls: null })).toBe(
      true,
    );
    expect(sees('U_M', { role: 'manager', outlets: null, halls: ['城关厅'] })).toBe(true);
    expect(sees('U_O', everywhere('complaint-officer'))).toBe(true);
  });

  test('no colleague, no manager of another outlet, no policy owner, no administrator', () => {
    expect(sees('U_ZHAO')).toBe(false);
    expect(sees('U_M', { role: 'manager', outlets: ['own-hall'], halls: null })).toBe(false);
    expect(sees('U_A', everywhere('administrator'), everywhere('policy-owner'))).toBe(false);
  });

  test('a case without a place is for its owner and those who have the role everywhere', () => {
    const nowhere = { ...CASE, outlet: null, hall: null };
    const grants = [{ role: 'manager', outlets: ['own-hall'], halls: null } as const];
    expect(maySee(nowhere, { user: 'U_M', grants })).toBe(false);
    expect(maySee(nowhere, { user: 'U_M', grants: [everywhere('manager')] })).toBe(true);
  });
});

describe('who may do what', () => {
  test('whoever sees it may do it; others are refused kindly, by name of the case alone', () => {
    expect(refused({ do: 'note', text: 'x' }, 'U_LI')).toBeNull();
    const no = refused({ do: 'note', text: 'x' }, 'U_ZHAO');
    expect(no).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(no?.reason.zh).toContain('C-2015-0001');
  });

  test('only those in charge close a case as opened by mistake', () => {
    const close = { do: 'close', outcome: 'opened-by-mistake', note: 'x', told: null } as const;
    expect(refused(close, 'U_LI')).toMatchObject({ code: 'not-allowed' });
    expect(refused(close, 'U_O', everywhere('complaint-officer'))).toBeNull();
    expect(refused({ ...close, outcome: 'explained' }, 'U_LI')).toBeNull();
    expect(refused({ ...close, outcome: null }, 'U_LI')).toBeNull();
  });

  test('every colleague may open one, nobody from outside', () => {
    const viewer = (grants: readonly Grant[]) => ({ viewer: { user: 'U_ZHAO', grants }, outcomes });
    const opening = openingOf('general-complaint');
    expect(refusedTo(null, opening, viewer([staff]))).toBeNull();
    expect(refusedTo(null, opening, viewer([]))).toMatchObject({ code: 'not-allowed' });
    expect(refusedTo(CASE, opening, viewer([staff]))).toBeNull();
    expect(refusedTo(null, { do: 'resume' }, viewer([]))).toMatchObject({ code: 'not-allowed' });
  });
});

test('who is in charge everywhere asks for everything at once', () => {
  expect(seenBy({ user: 'U_O', grants: [everywhere('complaint-officer')] })).toBeNull();
  expect(seenBy({ user: 'U_A', grants: [everywhere('administrator')] })).toEqual([
    { owner: 'U_A' },
  ]);
});

test('a list shows exactly what may be seen', () => {
  const place = fc.option(fc.constantFrom('a', 'b'), { nil: null });
  const bound = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b')), { nil: null });
  const grant = fc.record({ role: fc.constantFrom(...ROLES), outlets: bound, halls: bound });
  const user = fc.constantFrom('U_LI', 'U_WANG');
  fc.assert(
    fc.property(user, fc.array(grant), user, place, place, (who, grants, owner, outlet, hall) => {
      const subject = { ...CASE, owner, outlet, hall };
      const covers = (list: readonly string[] | null, there: string | null) =>
        list === null || (there !== null && list.includes(there));
      const parts = seenBy({ user: who, grants });
      const isListed =
        parts === null ||
        parts.some((part) =>
          'owner' in part
            ? part.owner === owner
            : covers(part.outlets, outlet) && covers(part.halls, hall),
        );
      expect(isListed).toBe(maySee(subject, { user: who, grants }));
    }),
  );
});
