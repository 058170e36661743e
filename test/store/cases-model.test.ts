import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComplaintDesk, complaintDesk, type Done } from '../../src/complaint-desk.ts';
import type { CaseCommand } from '../../src/complaints/command.ts';
import { summaryOf } from '../../src/complaints/summary.ts';
import type { CaseWorld } from '../../src/complaints/world.ts';
import { freshModel, type Keeper, OLD_WORLD, OPENING, type Result, turns } from '../case-model.ts';
import { eachEngine, type Place } from './engines.ts';

const SECONDS = 1_000;

/** The case of one run in the database, through the desk that every door uses. */
async function inStore(place: Place, run: number): Promise<Keeper> {
  let world: CaseWorld = OLD_WORLD;
  const openDesk = async (): Promise<ComplaintDesk> =>
    complaintDesk({
      store: await place.open(),
      rules: () => world,
      now: () => world.now,
      today: () => world.today,
    });
  let desk = await openDesk();
  const { key, by, ...deed } = OPENING;
  if (deed.do !== 'open') throw new Error('not an opening');
  const opened = await desk.open({ deed, key: `${key} ${run}`, by, asker: 'trusted' });
  if (!opened.ok) throw new Error(opened.reason.en);
  const { id } = opened.view.case;
  // The model calls its one case by one name.
  const named = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(id, 'C-2015-0001'));

  const result = async (done: Done): Promise<Result> => {
    const view = done.ok ? done.view : await desk.find(id);
    if (view === null || view === undefined) throw new Error('the case is gone');
    return {
      now: named({ ...view.case, keys: view.case.keys.map((one) => one.replace(` ${run}`, '')) }),
      refused: done.ok ? null : done.code,
      isRepeated: done.ok && done.isRepeated,
    };
  };
  const asked = async ({ key: of, by: who, ...what }: CaseCommand): Promise<Done> => {
    if (what.do === 'open') throw new Error('it is open');
    return desk.act({ id, deed: what, key: of, by: who, asker: 'trusted' });
  };
  return {
    async act(command, at) {
      world = at;
      const done = await result(await asked(command));
      const { cases } = await desk.list({ state: 'all', seen: null, limit: 1 });
      const found = await desk.find(id);
      // The list's row is what the events say.
      if (found !== null && done.refused === null && !done.isRepeated)
        expect(cases[0]).toEqual(summaryOf(found.case, world));
      return done;
    },
    async both(commands, at) {
      world = at;
      const [one, other] = await Promise.all(commands.map(asked));
      if (one === undefined || other === undefined) throw new Error('two commands');
      return [await result(one), await result(other)];
    },
    async restart() {
      desk = await openDesk();
    },
    async events() {
      const events = await desk.history(id);
      return events.map((event) => ({ ...event, key: event.key.replace(` ${run}`, '') }));
    },
  };
}

eachEngine((place) => {
  test(
    'any sequence of turns leaves a case consistent, loses no answer and takes none twice, over restarts',
    async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.commands([...turns()], { maxCommands: 40, size: 'max' }),
          async (commands) => {
            const keeper = await inStore(place, ++run);
            await fc.asyncModelRun(async () => ({ model: freshModel(), real: keeper }), commands);
          },
        ),
        { numRuns: 25, endOnFailure: true },
      );
    },
    120 * SECONDS,
  );
});
