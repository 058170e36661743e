import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from '../../world.ts';
import { BROKEN, emptyFolder } from './overlay.ts';

/** The data with a campaign whose one offer is only for port users, from 1 October 2019 to a day. */
export function dataWithPortOffer(ends: string): string {
  const data = join(emptyFolder(), 'data');
  cpSync(FOLDERS.data, data, { recursive: true });
  cpSync(join(BROKEN, 'port-offer-under-the-rules/data'), data, { recursive: true });
  const file = join(data, 'campaigns/2019-q4/campaign.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ends: .+$/m, `ends: ${ends}`));
  const register = join(data, 'register.yaml');
  const approved = '  - { set: 2019-q4, version: 1, from: 2019-10-01 }\n';
  writeFileSync(
    register,
    readFileSync(register, 'utf8').replace('reviews: []', `${approved}reviews: []`),
  );
  return data;
}

/** Takes the campaign back from a day on. */
export function withdrawFrom(data: string, day: string): void {
  const register = join(data, 'register.yaml');
  const line = `  - { set: 2019-q4, version: null, from: ${day}, reason: port users }\n`;
  writeFileSync(
    register,
    readFileSync(register, 'utf8').replace('reviews: []', `${line}reviews: []`),
  );
}
