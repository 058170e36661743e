import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasProgram } from '../../src/practice/program.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { eachEngine, onSqlite } from '../store/engines.ts';
import { DELIVERIES, killLoop } from './kill-loop.ts';

const KILLS = 10;
// Starting a process takes a second or two on a busy machine.
const PATIENCE = 240_000;

describe.skipIf(!hasProgram())('deliveries (skipped where local-slack has no program)', () => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await openPeer();
  });
  afterAll(() => peer?.close());

  eachEngine((place) => {
    test(
      'kill -9 again and again while Slack misbehaves: none is lost, none is said twice, all in order',
      async () => {
        const figures = await killLoop({
          peer,
          database: place,
          processes: place.engine === 'postgres' ? 3 : 1,
          kills: KILLS,
          reconciliation: 'with',
          planEveryMs: 400,
          seed: 1,
          what: DELIVERIES,
        });
        expect(figures).toMatchObject({ lost: 0, duplicates: 0, outOfOrder: 0, kills: KILLS });
        expect(figures.posted).toBe(figures.planned);
        // The loop did meet what it is about.
        expect(figures.found).toBeGreaterThan(0);
      },
      PATIENCE,
    );
  });

  onSqlite((place) => {
    test(
      'an outbox that posts again instead of looking says some twice: the test can fail',
      async () => {
        const figures = await killLoop({
          peer,
          database: place,
          processes: 1,
          kills: KILLS / 2,
          reconciliation: 'without',
          planEveryMs: 400,
          seed: 1,
          what: DELIVERIES,
        });
        expect(figures.duplicates).toBeGreaterThan(0);
        expect(figures.lost).toBe(0);
      },
      PATIENCE,
    );
  });
});
