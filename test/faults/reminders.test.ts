import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasProgram } from '../../src/practice/program.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { eachEngine, onSqlite } from '../store/engines.ts';
import { killLoop } from './kill-loop.ts';
import { REMINDERS, stageFigures } from './reminders-loop.ts';

const KILLS = 10;
// Starting a process takes a second or two on a busy machine.
const PATIENCE = 240_000;

describe.skipIf(!hasProgram())('reminders (skipped where local-slack has no program)', () => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await openPeer();
  });
  afterAll(() => peer?.close());

  eachEngine((place) => {
    test(
      'kill -9 again and again while days pass: no stage is forgotten, none is said twice, all in order',
      async () => {
        const figures = await killLoop({
          peer,
          database: place,
          processes: place.engine === 'postgres' ? 3 : 1,
          kills: KILLS,
          reconciliation: 'with',
          planEveryMs: 2_000,
          seed: 3,
          what: REMINDERS,
        });
        expect(figures).toMatchObject({ lost: 0, duplicates: 0, outOfOrder: 0, kills: KILLS });
        const stages = await stageFigures(peer, place);
        expect(stages).toMatchObject({ forgotten: 0, saidTwice: 0, unsaid: 0, unwritten: 0 });
        expect(stages.outOfOrder).toBe(0);
        // The loop did meet what it is about.
        expect(stages.said).toBeGreaterThan(50);
        expect(figures.found).toBeGreaterThan(0);
      },
      PATIENCE,
    );
  });

  onSqlite((place) => {
    test(
      'an outbox that posts again instead of looking reminds some twice: the test can fail',
      async () => {
        await killLoop({
          peer,
          database: place,
          processes: 1,
          kills: KILLS / 2,
          reconciliation: 'without',
          planEveryMs: 400,
          seed: 3,
          what: REMINDERS,
        });
        expect((await stageFigures(peer, place)).saidTwice).toBeGreaterThan(0);
      },
      PATIENCE,
    );
  });
});
