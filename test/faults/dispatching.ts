import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';
import { loopDispatcher } from './loop-dispatcher.ts';
import { LOOP_PACE } from './loop-pace.ts';

/** A process that posts what is due until it is killed. */
const [, , url = '', schema = '', apiUrl = '', token = '', name = '', reconciliation = 'with'] =
  process.argv;

const store = await openStore(url, schema === '' ? {} : { schema });
const dispatcher = loopDispatcher({ store, apiUrl, token, name, reconciliation });
// A killed process writes no cache at its end, and half of a start is stripping types.
flushCompileCache();
// Whose parent is gone has nobody left to kill it.
process.stdin.resume().on('end', () => process.exit());
writeSync(1, 'ready\n');
for (;;) {
  void dispatcher.tick();
  await pause(LOOP_PACE.gapMs / 3);
}
