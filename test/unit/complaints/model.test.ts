import fc from 'fast-check';
import { test } from 'vitest';
import type { Case, CaseEvent } from '../../../src/complaints/case.ts';
import { decide } from '../../../src/complaints/decide.ts';
import { afterEvent, foldCase } from '../../../src/complaints/fold.ts';
import { freshModel, type Keeper, OLD_WORLD, OPENING, turns } from '../../case-model.ts';

/** A case in memory: its events, written down as the store writes them. */
async function inMemory(): Promise<Keeper> {
  const kept: string[] = [];
  let now: Case | null = null;
  const events = (): readonly CaseEvent[] => kept.map((line): CaseEvent => JSON.parse(line));
  const act: Keeper['act'] = async (command, world) => {
    const decided = decide(now, command, world);
    if (decided.ok)
      for (const event of decided.events) {
        now = afterEvent('C-2015-0001', now, event);
        kept.push(JSON.stringify(event));
      }
    if (now === null) throw new Error('there is no case');
    return {
      now,
      refused: decided.ok ? null : decided.code,
      isRepeated: decided.ok && decided.isRepeated,
    };
  };
  await act(OPENING, OLD_WORLD);
  return {
    act,
    both: async ([one, other], world) => [await act(one, world), await act(other, world)],
    restart: async () => {
      now = foldCase('C-2015-0001', events());
    },
    events: async () => events(),
  };
}

test('any sequence of turns leaves a case consistent, loses no answer and takes none twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...turns()], { maxCommands: 60, size: 'max' }),
      async (commands) => {
        await fc.asyncModelRun(
          async () => ({ model: freshModel(), real: await inMemory() }),
          commands,
        );
      },
    ),
    { numRuns: 300 },
  );
});
