import type { NewDelivery } from '../../src/deliveries/delivery.ts';

export const HOUR = 3_600_000;

/** Something to be said, long due. */
export function newDelivery(key: string, fields: Partial<NewDelivery> = {}): NewDelivery {
  return {
    key,
    kind: 'notice',
    channel: 'C1',
    dueAt: 10,
    content: { text: `text of ${key}`, blocks: [{ type: 'divider' }] },
    ...fields,
  };
}
