import { setImmediate as nextTurn } from 'node:timers/promises';
import { deskOf, type Folders, type Learnt, learnFrom } from '../desk.ts';
import type { LiveDeskPorts } from './live-desk.ts';
import { prepareAside } from './prepare-aside.ts';

/** Desks of these folders: the first one opened here, each later one prepared aside. */
export function desksOf(folders: Folders, keep: string): Pick<LiveDeskPorts, 'first' | 'next'> {
  let last: Pick<Learnt, 'learning' | 'learntFrom'> | null = null;
  return {
    async first() {
      const learnt = await learnFrom(folders, keep);
      last = learnt;
      return deskOf(folders, learnt);
    },
    async next(signal) {
      const known = last?.learntFrom ?? null;
      const { learning, ...rest } = await prepareAside({ folders, keep, known }, signal);
      const learnt = { ...rest, learning: learning ?? last?.learning };
      if (learnt.learning === undefined) throw new Error('nothing was learnt');
      last = { learning: learnt.learning, learntFrom: rest.learntFrom };
      // Taking over what was learnt and making a reader of it are two pieces of work: questions go in between.
      await nextTurn();
      return deskOf(folders, { ...rest, learning: learnt.learning });
    },
  };
}
