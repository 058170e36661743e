import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { fingerprintOf } from '../../src/files/fingerprint.ts';
import { day, FOLDERS } from '../world.ts';

export const CAMPAIGNS = 200;
const DAYS_OF_A_CAMPAIGN = 91;
/** The last of the campaigns ends before the first real one begins. */
const FIRST_DAY = addDays(day('2015-01-01'), -DAYS_OF_A_CAMPAIGN * CAMPAIGNS);

/**
 * The data with so many campaigns that two hundred stand in it: each is the first quarter under another id, with other
 * days and other offers, and was approved.
 */
export function writeManyCampaigns(data: string): void {
  cpSync(FOLDERS.data, data, { recursive: true });
  const lines: string[] = [];
  for (let count = 1; count < CAMPAIGNS; count += 1) {
    const starts = addDays(FIRST_DAY, count * DAYS_OF_A_CAMPAIGN);
    const id = `generated-${count}`;
    writeCampaign(data, { id, count, starts });
    const files = fingerprintOf(data, { id, version: 1 });
    lines.push(`  - { set: ${id}, version: 1, from: ${starts}, files: "${files}" }\n`);
  }
  // Decisions are in the order in which they were made.
  const register = join(data, 'register.yaml');
  const text = readFileSync(register, 'utf8');
  writeFileSync(register, text.replace('decisions:\n', `decisions:\n${lines.join('')}`));
}

function writeCampaign(
  data: string,
  { id, count, starts }: { readonly id: string; readonly count: number; readonly starts: Day },
): void {
  const folder = join(data, 'campaigns', id);
  mkdirSync(folder, { recursive: true });
  for (const name of ['campaign.yaml', 'levels.yaml', 'payouts.yaml']) {
    const text = readFileSync(join(FOLDERS.data, 'campaigns/2015-q1', name), 'utf8')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^starts: .*$/m, `starts: ${starts}`)
      .replace(/^ends: .*$/m, `ends: ${addDays(starts, DAYS_OF_A_CAMPAIGN - 1)}`)
      .replace(/^( *- (?:offer|id): (?:deposit-\d|renewal|data-pack)[a-z0-9-]+)$/gm, `$1-${count}`)
      .replace(/^( *name: \{ zh: [^,]+)(, en: "?[^"}]*[^"} ])/gm, `$1第${count}期$2 no ${count}`);
    writeFileSync(join(folder, name), text);
  }
}
