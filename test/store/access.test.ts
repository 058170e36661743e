import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../src/log.ts';
import { NOBODY } from '../../src/people/named.ts';
import { openPeopleDesk } from '../../src/people-desk.ts';
import { auditTrail } from '../../src/store/audit.ts';
import { eachEngine } from './engines.ts';

eachEngine((place) => {
  test('who was refused something stands in the trail, with what he wanted and of which thing', async () => {
    const audit = auditTrail(await place.open());
    const { refused } = openPeopleDesk({
      inFiles: () => NOBODY,
      config: { managers: null, policyOwners: null, complaintOfficers: null, administrators: null },
      lookups: {
        accountOf: async () => ({ standing: 'outside', language: null }),
        membersOf: async () => [],
      },
      now: () => 1_000,
      ...{ audit, log: SILENT_LOG },
    });
    await refused('U0GUEST', 'contract.show', 'HT-1');
    await refused('U0GUEST', 'contract.show', 'HT-2');
    expect(await audit.of({ kind: 'access', thing: 'HT-1' })).toEqual([
      {
        ...{ id: 1, at: 1_000, who: 'U0GUEST', origin: 'Slack' },
        ...{ kind: 'access', thing: 'HT-1', what: 'contract.show' },
        detail: { standing: 'outside' },
      },
    ]);
  });
});
