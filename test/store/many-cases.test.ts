import { expect, onTestFinished, test } from 'vitest';
import { complaintDesk } from '../../src/complaint-desk.ts';
import { openComplaintDoor } from '../../src/complaint-door.ts';
import { openConversations } from '../../src/dialogs/conversations.ts';
import { NO_ENTITIES } from '../../src/language/reading.ts';
import { placeCase } from '../../src/slack/complaints/cards.ts';
import { takeForm } from '../../src/slack/complaints/forms.ts';
import type { CasePress } from '../../src/slack/complaints/payloads.ts';
import { pressStep } from '../../src/slack/complaints/press.ts';
import { sayInCase } from '../../src/slack/complaints/say.ts';
import type { SlackMessage } from '../../src/slack/payloads.ts';
import type { Doorway } from '../../src/slack/ports.ts';
import { openRecent } from '../../src/slack/recent.ts';
import type { MessageView } from '../../src/slack/views/blocks.ts';
import { decodeStep, encodeForm } from '../../src/slack/views/case-ids.ts';
import { conversationMemory } from '../../src/store/keyv-store.ts';
import { openStore } from '../../src/store/open.ts';
import { askingOf } from '../../src/walking/asking.ts';
import { caseWorld } from '../complaints.ts';
import { fakeDirectory, fakeDoorway } from '../unit/slack/doorway.ts';

import { realDesk, TODAY } from '../world.ts';

const CASES = 200;
const CHANNELS = 20;
const KINDS = [
  'disconnection-in-contract',
  'plan-changed-after-transfer',
  'improper-handling',
  'general-complaint',
];

type Posted = { readonly thread: string | null; readonly ts: string; readonly view: MessageView };

/** The Slack door on a real database and real conversations; what it posts is kept here. */
async function openDoor() {
  // In memory: what is tried is that nothing is mixed up, and not the disk.
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const posted = new Map<string, Posted[]>();
  let count = 1_000;
  const keep = (channel: string, thread: string | null, view: MessageView): string => {
    const ts = `${++count}.000100`;
    posted.set(channel, [...(posted.get(channel) ?? []), { thread, ts, view }]);
    return ts;
  };
  const desk = await realDesk();
  const conversations = openConversations({
    ask: () => ({
      answer: {
        ...{
          intent: 'out_of_scope',
          confidence: 0.9,
          entities: NO_ENTITIES,
          facts: {},
          language: 'zh',
        },
        words: { lead: '不知道。', sections: [], notes: [], source: null, choices: null },
      },
      context: null,
    }),
    memory: conversationMemory(store, 'context', 1e9),
    storage: conversationMemory(store, 'dialog', 1e9),
    now: () => 0,
    onProblem: (error) => {
      throw error;
    },
    keepsQuestions: false,
  });
  const directory = fakeDirectory();
  const cases = complaintDesk({
    ...{
      store,
      rules: () => caseWorld(TODAY),
      now: () => caseWorld(TODAY).now,
      today: () => TODAY,
    },
  });
  const fake = fakeDoorway();
  const doorway: Doorway = {
    ...fake,
    today: () => TODAY,
    walk: conversations.walk,
    complaints: openComplaintDoor({
      ...{ cases, directory, desk: () => desk, people: () => desk.people, report: null },
      ...{ memory: conversationMemory(store, 'case', 1e9), today: () => TODAY },
    }),
    posting: {
      ...fake.posting,
      send: async ({ channel, thread }, view) => keep(channel, thread, view),
      replace: async () => {},
    },
  };
  return { doorway, cases, posted, next: () => `${++count}.000100` };
}

test('200 cases are walked at the same time, by words and buttons: each has its own answers, and no other', async () => {
  const { doorway, cases, posted, next } = await openDoor();
  const recent = openRecent();

  const walkOne = async (n: number): Promise<string> => {
    const user = `U${1000 + n}`;
    const channel = `C${n % CHANNELS}`;
    const checklist = KINDS[n % KINDS.length] ?? '';
    const opened = await doorway.complaints.open(
      {
        ...{
          checklist,
          words: `第${n}件`,
          language: 'zh',
          outlet: null,
          hall: null,
          contract: null,
        },
        ...{ offer: null, rule: null, receivedOn: TODAY, owner: null },
      },
      { user, key: `open-${n}` },
    );
    if (!opened.ok) throw new Error(opened.reason.en);
    const { id } = opened.now.case;
    await placeCase(opened.now, { channel, user, language: 'zh' }, doorway);
    for (let turns = 0; turns < 40; turns += 1) {
      const now = await doorway.complaints.find(id);
      const step = now?.next?.step;
      const thread = now?.case.place?.thread;
      if (step === undefined) return id;
      const asked = posted.get(channel)?.findLast((one) => one.thread === thread);
      if (thread == null || asked === undefined) throw new Error(`${id} is nowhere`);
      if (step.asks !== null || step.evidence === null) {
        const free = step.asks?.choices.find(
          (one) => step.evidence?.notNeededFor.includes(one.id) ?? true,
        );
        const values =
          JSON.stringify(asked.view.blocks).match(/\[\\"(?:done|choice)\\".*?\]/g) ?? [];
        const meant = values
          .map((value) => value.replaceAll('\\"', '"'))
          .find((value) => free === undefined || value.includes(`"${free.id}"`));
        if (meant !== undefined && (free !== undefined || step.asks === null)) {
          const press: CasePress = {
            ...{
              response_url: 'http://127.0.0.1/x',
              trigger_id: 't',
              user: { id: user, name: '' },
            },
            ...{ channel: { id: channel }, value: meant, thread },
          };
          // Twice at the same time: it counts once.
          const pressed = (): Promise<void> =>
            pressStep(press, decodeStep(meant), { doorway, recent });
          await Promise.all([pressed(), pressed()]);
          continue;
        }
        await sendForm(id, step.id, user);
        continue;
      }
      const signed = step.evidence.signedBy.length > 0 ? '，客户签了，主管签了，经办人签了' : '';
      const kind = { statement: '经过说明', form: '业务单', letter: '书面答复' } as Record<
        string,
        string
      >;
      const word = kind[step.evidence.kinds[0] ?? ''] ?? '';
      const text = `${word}编号 N-${n}-${step.id}，存放在档案柜${n}，2月10日${signed}`;
      const said: SlackMessage = {
        type: 'message',
        channel,
        user,
        text,
        ts: next(),
        thread_ts: thread,
        files: [],
      };
      await sayInCase(said, doorway);
      const after = await doorway.complaints.find(id);
      if (after?.next?.step.id === step.id) await sendForm(id, step.id, user);
    }
    throw new Error(`${id} has no end`);
  };

  // What only a modal takes: a question together with its evidence.
  const sendForm = async (id: string, step: string, user: string): Promise<void> => {
    const now = await doorway.complaints.find(id);
    const asked = now?.checklist.steps.find((one) => one.id === step);
    if (now === null || asked === undefined) throw new Error('gone');
    const n = Number(user.slice(1)) - 1000;
    const asking = askingOf(now.case, step);
    const given: Readonly<Record<string, string | undefined>> = {
      choice: asked.asks?.choices[0]?.id,
      kind: asked.evidence?.kinds[0],
      number: `N-${n}-${step}`,
      kept: `档案柜${n}`,
      day: TODAY,
    };
    const { errors, after } = await takeForm(
      {
        ...{ user: { id: user, name: '' }, viewId: `V-${id}-${asking}`, fields: ['number'] },
        about: encodeForm({ deed: 'evidence', caseId: id, language: 'zh', asking, choice: null }),
        values: {
          text: (name) => given[name] ?? null,
          many: () => asked.evidence?.signedBy ?? [],
        },
      },
      doorway,
    );
    expect(errors).toBeNull();
    await after();
  };

  const ids = await Promise.all(Array.from({ length: CASES }, (_, n) => walkOne(n)));
  expect(new Set(ids).size).toBe(CASES);
  for (const [n, id] of ids.entries()) {
    const view = await cases.find(id);
    expect(view?.next).toBeNull();
    expect(view?.case.words).toBe(`第${n}件`);
    const history = await cases.history(id);
    const answers = history.filter(({ happened }) => happened.kind === 'answered');
    const steps = answers.map(({ happened }) => ('step' in happened ? happened.step : ''));
    expect(new Set(steps).size, `${id}: ${steps}`).toBe(steps.length);
    expect(new Set(history.map(({ who }) => who))).toEqual(new Set([`U${1000 + n}`]));
    const numbers = JSON.stringify(history).match(/N-\d+-/g) ?? [];
    expect(new Set(numbers)).toEqual(new Set([`N-${n}-`]));
  }
  // In each thread only its own case was asked.
  for (const messages of posted.values())
    for (const { thread, view } of messages) {
      const named = JSON.stringify(view.blocks).match(/C-2015-\d{4}/g) ?? [];
      const card = messages.find(({ ts }) => ts === thread);
      const own = /C-2015-\d{4}/.exec(card?.view.text ?? view.text)?.[0];
      expect(new Set(named)).toEqual(new Set(named.length === 0 ? [] : [own]));
    }
}, 300_000);
