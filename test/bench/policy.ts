import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAnswer } from '../../src/answers/find-answer.ts';
import type { World } from '../../src/answers/world.ts';
import { filesOf } from '../../src/desk.ts';
import { loadPolicy } from '../../src/files/policy-files.ts';
import { NO_ENTITIES, NOTHING_UNSAID, type Reading } from '../../src/language/reading.ts';
import { FOLDERS, TODAY } from '../world.ts';
import { CAMPAIGNS, writeManyCampaigns } from './many-campaigns.ts';
import type { Figure } from './public-sets.ts';

const RUNS = 5;
/** One answer is too short for the clock. */
const AT_ONCE = 50;

/** How long the facts of an answer take once the question is read, and how long a large policy set takes to load. */
export async function policyFigures(): Promise<readonly Figure[]> {
  return [
    ...(await answerFigures()),
    { name: 'load_200_campaigns', value: loadTime(), unit: 'ms' },
  ];
}

/** Every cell of the policy in both languages, every deposit, and the offers: what policy is asked for. */
async function answerFigures(): Promise<readonly Figure[]> {
  const { policy, checklists, lexicon } = await filesOf(FOLDERS);
  const world: World = { policy, checklists, intents: lexicon.intents, today: TODAY };
  const readings = readingsOf(world);
  const timeOf = (reading: Reading): number => {
    const start = performance.now();
    for (let count = 0; count < AT_ONCE; count += 1) findAnswer(reading, world);
    return ((performance.now() - start) * 1000) / AT_ONCE;
  };
  for (let run = 0; run < RUNS; run += 1) readings.forEach(timeOf);
  const times = readings.map((reading) =>
    median(Array.from({ length: RUNS }, () => timeOf(reading))),
  );
  return [
    { name: 'answer_facts_p50', value: median(times), unit: 'us' },
    { name: 'answer_facts_max', value: Math.max(...times), unit: 'us' },
  ];
}

function readingsOf({ policy }: World): readonly Reading[] {
  const outlets = policy.outlets.map(({ id }) => id);
  const campaigns = policy.campaigns;
  const offers = campaigns.flatMap((campaign) => campaign.offers.map(({ id }) => id));
  const deposits = campaigns.flatMap(({ plans }) => plans.map((plan) => plan.depositYuan));
  const asked: readonly Pick<Reading, 'intent' | 'entities'>[] = [
    ...[[], ...outlets.map((outlet) => [outlet])].flatMap((some) =>
      [[], ...offers.map((offer) => [offer])].map((others) => ({
        intent: 'promo.eligibility' as const,
        entities: { ...NO_ENTITIES, outlets: some, offers: others },
      })),
    ),
    ...offers.map((offer) => ({
      intent: 'promo.details' as const,
      entities: { ...NO_ENTITIES, offers: [offer] },
    })),
    ...deposits.flatMap((deposit) =>
      (['payout.schedule', 'payout.commission'] as const).map((intent) => ({
        intent,
        entities: { ...NO_ENTITIES, deposit },
      })),
    ),
  ];
  return asked.flatMap((one) =>
    (['zh', 'en'] as const).map((language) => ({
      ...one,
      language,
      confidence: 1,
      ambiguous: [],
      levels: [],
      leaving: null,
      missed: null,
      wantsPicture: false,
      bothSides: false,
      part: null,
      asksChanges: false,
      topics: [],
      wanted: null,
      missing: null,
      between: [],
      mentionsPorting: false,
      deposits: [],
      unsaid: NOTHING_UNSAID,
    })),
  );
}

/** The time to read and check a data folder with two hundred campaigns, one behind the other. */
function loadTime(): number {
  const place = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    const data = join(place, 'data');
    writeManyCampaigns(data);
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      const loaded = loadPolicy(data);
      const time = performance.now() - start;
      const found = loaded.ok ? loaded.value.policy.campaigns.length : 0;
      if (found !== CAMPAIGNS) throw new Error(`${found} campaigns instead of ${CAMPAIGNS}`);
      return time;
    });
    return median(times);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
