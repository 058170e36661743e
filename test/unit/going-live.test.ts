import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentAt } from '../../src/calendar/clock.ts';
import type { Day } from '../../src/calendar/day.ts';
import type { NewDelivery } from '../../src/deliveries/delivery.ts';
import { type GoingLivePorts, newsOf, openGoingLive, overtaken } from '../../src/going-live.ts';
import { SILENT_LOG } from '../../src/log.ts';
import type { Register } from '../../src/policy/policy.ts';
import { changesFor, takingEffect } from '../../src/policy/taking-effect.ts';
import { holds } from '../holds.ts';
import { day, realDesk } from '../world.ts';
import { SHOPS } from './policy/any-policy.ts';
import { anyOffset, dayAt, given } from './policy/any-register.ts';

const ZONE = 'Asia/Shanghai';
const outlets = SHOPS.map((id) => ({ id, name: { zh: id, en: id } }));
const anyChannels = fc.uniqueArray(
  fc.record({
    channel: fc.constantFrom('C01', 'C02', 'C03'),
    outlets: fc.shuffledSubarray(SHOPS, { minLength: 1 }),
  }),
  { selector: ({ channel }) => channel, maxLength: 3 },
);

test('each channel gets at most one message for each decision, exactly where something changed for it', () => {
  holds(
    fc.property(given, anyChannels, anyOffset, (all, channels, on) => {
      const today = dayAt(on);
      const news = newsOf({ ...all, outlets, channels, today });
      expect(new Set(news.map(({ key }) => key)).size).toBe(news.length);
      const wanted = takingEffect(all, today).flatMap((effect) =>
        channels
          .filter((one) => changesFor(effect, one.outlets).length > 0)
          .map(({ channel }) => `policy:${effect.name}:${channel}`),
      );
      expect(news.map(({ key }) => key)).toEqual(wanted);
      const gone = overtaken({ ...all, outlets, channels, today });
      expect(gone.filter((key) => wanted.includes(key))).toEqual([]);
    }),
  );
});

test('a message is about a dozen lines at most, however much changed', () => {
  holds(
    fc.property(given, anyChannels, anyOffset, (all, channels, on) => {
      for (const { content } of newsOf({ ...all, outlets, channels, today: dayAt(on) }))
        expect(content.text.split('\n').length).toBeLessThanOrEqual(14);
    }),
  );
});

describe('what is planned', () => {
  const from = day('2015-02-10');
  const withdrawn: Register = {
    decisions: [
      {
        ...{ set: '2015-q1', version: 1, from: day('2015-01-01') },
        ...{ decided: null, reason: null, fingerprint: null },
      },
      {
        ...{ set: '2015-q1', version: null, from, reason: '停办', fingerprint: null },
        decided: { by: 'Zhou (U0ZHOU)', on: from },
      },
    ],
    reviews: [],
  };

  type Looked = { readonly plans: NewDelivery[]; readonly taken: string[]; calls: number };
  async function lookAt(
    today: Day,
    at: number,
    more: Partial<GoingLivePorts> = {},
  ): Promise<Looked & { readonly again: () => Promise<void> }> {
    const desk = { ...(await realDesk()), register: withdrawn };
    const looked: Looked = { plans: [], taken: [], calls: 0 };
    const { look } = openGoingLive({
      desk: () => desk,
      channels: [{ channel: 'C0URBAN', outlets: ['urban-partner-hall'] }],
      today: () => today,
      isDayGiven: false,
      timeZone: ZONE,
      now: () => at,
      deliver: async (deliveries) => {
        looked.calls += 1;
        looked.plans.push(...deliveries);
        return deliveries.map(({ key }) => key);
      },
      takeBack: async (key) => looked.taken.push(key),
      log: SILENT_LOG,
      ...more,
    });
    await look();
    return { ...looked, again: look };
  }
  const morning = momentAt(from, 8 * 60 + 30, ZONE);

  test('before half past eight it waits for the morning, and is too old three days later', async () => {
    const { plans } = await lookAt(from, morning - 3_600_000);
    expect(plans).toMatchObject([
      {
        ...{ key: 'policy:2015-q1.withdrawn@2015-02-10:C0URBAN', kind: 'policy-live' },
        ...{ channel: 'C0URBAN', dueAt: morning, expiresAt: morning + 3 * 86_400_000 },
      },
    ]);
    expect(plans[0]?.content.text).toMatch(
      /起停止，不再推。原因：停办[\s\S]*城区专营店合作厅的变化/,
    );
  });

  test('later, it is due now; after three days nobody is told', async () => {
    const later = morning + 40 * 3_600_000;
    expect((await lookAt(day('2015-02-12'), later)).plans[0]?.dueAt).toBe(later);
    expect((await lookAt(day('2015-02-13'), morning + 73 * 3_600_000)).plans).toEqual([]);
    expect((await lookAt(day('2015-02-14'), morning + 96 * 3_600_000)).plans).toEqual([]);
  });

  test('a day that is believed in has no morning to wait for', async () => {
    const at = Date.UTC(2026, 0, 1);
    const { plans } = await lookAt(from, at, { isDayGiven: true });
    expect(plans).toMatchObject([{ dueAt: at }]);
  });

  test('it is planned again when the day or the desk is another one, and not while both are the same', async () => {
    let calls = 0;
    let today = from;
    const deliver = async () => {
      calls += 1;
      return [];
    };
    const { again } = await lookAt(from, morning, { deliver, today: () => today });
    await again();
    expect(calls).toBe(1);
    today = day('2015-02-11');
    await again();
    expect(calls).toBe(2);
  });

  test('what cannot be planned is tried again a minute later', async () => {
    let at = morning;
    let calls = 0;
    const deliver = async () => {
      calls += 1;
      if (calls === 1) throw new Error('the store is away');
      return [];
    };
    const { again } = await lookAt(from, morning, { deliver, now: () => at });
    await again();
    expect(calls).toBe(1);
    at += 60_000;
    await again();
    expect(calls).toBe(2);
  });
});
