import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { peopleNamed, policyOwnersNamed } from '../../src/named-people.ts';

const NOBODY = {
  ...{ managers: null, policyOwners: null },
  ...{ complaintOfficers: null, administrators: null },
};
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(yaml: string): void {
  cpSync(join(import.meta.dirname, '../../data/outlets.yaml'), join(folder, 'outlets.yaml'));
  writeFileSync(join(folder, 'people.yaml'), yaml);
}

test('the file and the variables add up; a shell knows the policy owners who are named by id', () => {
  write(
    'people:\n  - { user: U0OLIVIA, roles: [policy-owner] }\n  - { group: S0POLICY, roles: [policy-owner] }\n',
  );
  const config = { ...NOBODY, policyOwners: ['U0HELEN', 'S0OTHER'], managers: ['U0WANG'] };
  expect(policyOwnersNamed(folder, config)).toEqual(['U0HELEN', 'U0OLIVIA']);
  expect(peopleNamed(folder, config).named).toHaveLength(5);
});

test('a file with a fault is not half believed: the fault is told with its line', () => {
  write('people:\n  - { user: wang, roles: [manager] }\n');
  expect(() => peopleNamed(folder, NOBODY)).toThrow(/people\.yaml:2 people\[0\]\.user no user id/);
});
