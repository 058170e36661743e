import { setTimeout as pause } from 'node:timers/promises';
import { PRACTICE_CHANNELS } from '../../src/practice/branch.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { openStore } from '../../src/store/open.ts';
import { newDelivery } from '../store/planned.ts';

/** A process that plans one message more in every channel, again and again, until its input ends. */
const [, , url = '', schema = '', everyMs = ''] = process.argv;
const store = await openStore(url, schema === '' ? {} : { schema });
const { plan } = deliveryLedger(store);
let isOver = false;
process.stdin.on('end', () => {
  isOver = true;
});
process.stdin.resume();

for (let number = 0; !isOver; number += 1) {
  const dueAt = Date.now();
  const content = { text: String(number), blocks: [] };
  const deliveries = Object.values(PRACTICE_CHANNELS).map(({ id: channel }) =>
    newDelivery(`${channel} ${number}`, { channel, dueAt, content }),
  );
  await plan(deliveries, dueAt);
  await pause(Number(everyMs));
}
await store.close();
