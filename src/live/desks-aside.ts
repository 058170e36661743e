import { deskOf, type Folders, type Learnt, learnFrom } from '../desk.ts';
import { othersFirst, unpacked } from './handed-over.ts';
import type { LiveDeskPorts } from './live-desk.ts';
import { prepareAside } from './prepare-aside.ts';

/** Desks of these folders: the first one opened here, each later one prepared aside. */
export function desksOf(folders: Folders, keep: string): Pick<LiveDeskPorts, 'first' | 'next'> {
  let last: Pick<Learnt, 'learning' | 'learntFrom'> | null = null;
  return {
    async first() {
      const learnt = await learnFrom(folders, keep);
      last = { learning: learnt.learning, learntFrom: learnt.learntFrom };
      return deskOf(folders, learnt);
    },
    async next(signal) {
      const known = last;
      const task = { folders, keep, known: known?.learntFrom ?? null };
      const handed = await prepareAside(task, signal);
      const learnt = await unpacked(handed, known?.learning ?? null);
      last = { learning: learnt.learning, learntFrom: learnt.learntFrom };
      const desk = deskOf(folders, learnt);
      // Its first question takes as long again.
      await othersFirst();
      return desk;
    },
  };
}
