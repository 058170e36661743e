import { loadPolicy } from '../../../src/files/policy-files.ts';
import type { Campaign, Policy } from '../../../src/policy/policy.ts';
import { FOLDERS } from '../../world.ts';

/** The policy as it is kept in `data/`. */
export function realPolicy(): Policy {
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.policy;
}

/** The campaign of the first quarter of 2015. */
export function firstQuarter(): Campaign {
  const campaign = realPolicy().campaigns.find((one) => one.id === '2015-q1');
  if (campaign === undefined) throw new Error('the past is never deleted: 2015-q1 is gone');
  return campaign;
}
