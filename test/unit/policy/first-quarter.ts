import { loadPolicy } from '../../../src/files/policy-files.ts';
import type { Cell } from '../../../src/policy/campaigns.ts';
import type { Campaign, Level, Policy } from '../../../src/policy/policy.ts';
import { FOLDERS } from '../../world.ts';

let policy: Policy | null = null;

/** The policy as it is kept in `data/`, read by the first test that asks: a fault in reading it fails tests, not files. */
export function realPolicy(): Policy {
  if (policy !== null) return policy;
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  policy = loaded.value.policy;
  return policy;
}

/** The campaign of the first quarter of 2015. */
export function firstQuarter(): Campaign {
  const campaign = realPolicy().campaigns.find((one) => one.id === '2015-q1');
  if (campaign === undefined) throw new Error('the past is never deleted: 2015-q1 is gone');
  return campaign;
}

/** The outlet types in the order of the columns of the policy's own table. */
export const OUTLETS = [
  'own-hall',
  'chain-core-store',
  'urban-partner-hall',
  'core-township-hall',
  'township-store',
  'convenience-point',
];

/** The matrix as it stands in the policy's own table: √ lead with it, ★ where it fits, O do not lead with it. */
export const MATRIX: Readonly<Record<string, string>> = {
  'deposit-200-get-100': '√√√√√O',
  'deposit-100-get-50': '√√√√√O',
  'deposit-50-get-data': '√√√√√O',
  'renewal-free-phone': '√OOOOO',
  'renewal-discount-phone': '★√√√√O',
  'renewal-bonus-credit': '√√√√√O',
  'renewal-bonus-service': '√√√√√O',
  'data-pack-bogo': '√√√√√O',
};
const LEVEL_OF: Readonly<Record<string, Level>> = { '√': 'main', '★': 'optional', O: 'secondary' };
/** The same, cell by cell. */
export const CELLS: readonly Cell[] = Object.entries(MATRIX).flatMap(([offer, row]) =>
  Array.from(row, (sign, index) => ({
    outlet: OUTLETS[index] ?? '',
    offer,
    level: LEVEL_OF[sign] ?? 'secondary',
  })),
);
