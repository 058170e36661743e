import { expect, test } from 'vitest';
import { PACE } from '../../src/deliveries/pace.ts';
import { auditTrail } from '../../src/store/audit.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { deliveryDecisions } from '../../src/store/delivery-decisions.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import { eachEngine, type Place } from './engines.ts';
import { newDelivery } from './planned.ts';

const by = { who: 'wang', origin: 'command line of desk-1' };
const NOW = 5_000_000_000;

/** One delivery that Slack refused, and the first of its lane. */
async function blocked(place: Place) {
  const store = await place.open();
  const clock = { at: 1_000 };
  const lanes = deliveryLanes(store, () => clock.at);
  const ledger = deliveryLedger(store);
  await ledger.plan([newDelivery('a')], 1);
  const claim = await lanes.claim(PACE);
  if (claim === null) throw new Error('no lane was free');
  const outcome = { kind: 'refused', reason: 'not_in_channel' } as const;
  await lanes.settle(claim, { step: 'post', outcome }, { chance: 0, pace: PACE });
  const { id } = claim.delivery;
  return { store, clock, lanes, ledger, id, decisions: deliveryDecisions(store) };
}

eachEngine((place) => {
  test('what is tried again goes out, and the trail says who wanted it', async () => {
    const { store, clock, lanes, ledger, id, decisions } = await blocked(place);
    expect(await decisions.retry({ id, by, now: NOW })).toMatchObject({ id, state: 'pending' });
    clock.at = NOW;
    // It had expired long ago: a person gave it new time.
    expect((await lanes.claim(PACE))?.delivery).toMatchObject({ key: 'a', attempts: 1 });
    expect((await ledger.find(id))?.expiresAt).toBe(NOW + PACE.lateByMs);
    expect(await auditTrail(store).of({ kind: 'delivery', thing: String(id) })).toMatchObject([
      { at: NOW, ...by, what: 'retry', detail: { was: 'blocked', wasBecause: 'not_in_channel' } },
    ]);
  });

  test.each(['sent', 'cancelled'] as const)('what is closed as %s stays closed', async (as) => {
    const { store, clock, lanes, id, decisions } = await blocked(place);
    const resolution = { id, as, reason: '店长说不用了', by, now: NOW };
    expect(await decisions.resolve(resolution)).toMatchObject({
      state: as,
      reason: '店长说不用了',
      sentHow: as === 'sent' ? 'person' : null,
      settledAt: NOW,
    });
    expect(await decisions.resolve(resolution)).toBeNull();
    expect(await decisions.retry({ id, by, now: NOW })).toBeNull();
    clock.at = NOW;
    expect(await lanes.claim(PACE)).toBeNull();
    const trail = await auditTrail(store).of({ kind: 'delivery', thing: String(id) });
    expect(trail.map(({ what, detail }) => [what, detail.reason])).toEqual([
      [`resolve as ${as}`, '店长说不用了'],
    ]);
  });

  test('what is being sent is nobody else’s to decide, and what was never planned neither', async () => {
    const { store, clock, lanes, id, decisions } = await blocked(place);
    await decisions.retry({ id, by, now: NOW });
    clock.at = NOW;
    await lanes.claim(PACE);
    expect(await decisions.retry({ id, by, now: NOW })).toBeNull();
    expect(await decisions.resolve({ id, as: 'cancelled', reason: 'x', by, now: NOW })).toBeNull();
    expect(await decisions.retry({ id: id + 1, by, now: NOW })).toBeNull();
    expect(await auditTrail(store).of({ kind: 'delivery', thing: String(id) })).toHaveLength(1);
  });
});
