import { expect } from 'vitest';
import type { Language } from '../../src/bilingual.ts';
import type { Step } from '../../src/checklists/checklist.ts';
import { checklistOf } from '../../src/checklists/checklist.ts';
import type { Evidence } from '../../src/complaints/case.ts';
import { KIND_WORDS } from '../../src/complaints/evidence-words.ts';
import type { MenuDeed } from '../../src/slack/views/case-ids.ts';
import { caseWorld, evidenceFor } from '../complaints.ts';
import { wordsOf } from '../peer/peer.ts';
import type { Message } from '../peer/seen.ts';
import type { Story, Turn } from '../stories/story.ts';
import {
  askedIn,
  type Branch,
  buttonsOf,
  COMPLAINTS,
  inThread,
  type ModalInput,
  PEOPLE,
  type PersonName,
  submitForm,
} from './complaint-branch.ts';

/** What was played of a story, and how its card reads at the end. */
export type Played = {
  readonly played: number;
  readonly passedOver: readonly string[];
  readonly card: string;
};

/** Plays a story through Slack: commands, buttons, modals and typed words, turn by turn. */
export async function playStory(story: Story, language: Language, branch: Branch): Promise<Played> {
  const { peer } = branch;
  let today = story.today;
  let who: PersonName = story.open.by;
  if (peer.state().modals.length > 0) peer.closeModal(PEOPLE.li);
  await branch.restart(today);
  const card = await opened(story, language, branch);
  const thread = card.ts;
  const checklistNow = { id: story.checklist, version: 1 };
  const passedOver: string[] = [];
  /** Answers to steps that are asked later in Slack, such as those at which help is waited for. */
  const owed = new Map<string, { readonly turn: Turn; readonly who: PersonName }>();
  const answered: { readonly id: string; readonly turn: Turn; readonly who: PersonName }[] = [];
  let played = 0;
  let lastPress: (() => Promise<void>) | null = null;

  const cardText = (): string => {
    const now = peer.messages(COMPLAINTS).find(({ ts }) => ts === thread);
    return now === undefined ? '' : wordsOf(now);
  };
  const user = (): string => PEOPLE[who];
  const asked = () => askedIn(peer, thread);
  const stepOf = (id: string): Step | undefined =>
    checklistOf(caseWorld(today).checklists, checklistNow)?.steps.find((step) => step.id === id);
  const press = async (message: Message, label: RegExp): Promise<void> => {
    const act = (): Promise<void> => peer.press({ user: user(), message, control: { label } });
    lastPress = act;
    await act();
  };
  const openForm = async (open: () => Promise<void>): Promise<void> => {
    await open();
    await peer.modal({ what: `a form of ${story.name}` });
  };
  const fill = async (given: ModalInput, refused: boolean): Promise<void> => {
    const errors = await submitForm(peer, user(), given);
    expect(errors === null, JSON.stringify({ errors, given })).toBe(!refused);
    if (refused) {
      peer.closeModal(user());
      await peer.waitFor((seen) => seen.modals.length === 0, { what: 'the form is closed' });
    }
  };
  const menu = async (deed: MenuDeed): Promise<void> => {
    const now = peer.messages(COMPLAINTS).find(({ ts }) => ts === thread);
    const option = (now?.blocks ?? [])
      .flatMap(({ elements = [] }) => elements)
      .flatMap(({ options = [] }) => options)
      .find(({ value }) => value.startsWith(`${deed} `));
    if (now === undefined || option === undefined) throw new Error(`no ${deed} in ${cardText()}`);
    await peer.choose({
      ...{ user: user(), message: now, option: option.value },
      control: { actionId: 'case-menu' },
    });
  };
  const whispered = (since: string) =>
    peer.waitFor(
      (seen) =>
        seen.messages[COMPLAINTS]?.find((one) => one.ephemeral_to === user() && one.ts > since),
      { what: 'a word to whoever did it' },
    );
  const goesOn = async (before: string): Promise<void> => {
    await peer.waitFor(
      () => {
        const last = inThread(peer, thread).at(-1);
        return last !== undefined && last.ts > before;
      },
      { what: `the case goes on after ${before}` },
    );
  };
  const lastTs = (): string => inThread(peer, thread).at(-1)?.ts ?? thread;

  const play = async (turn: Turn, index: number): Promise<boolean> => {
    const refused = turn.refused !== undefined;
    const before = lastTs();
    if (turn.again !== undefined) {
      if (lastPress === null) return false;
      const old = cardText();
      await lastPress().catch(() => {});
      expect(progressIn(cardText())).toEqual(progressIn(old));
      return true;
    }
    if (turn.done !== undefined || turn.pass !== undefined) {
      const id = turn.done ?? turn.pass ?? '';
      const now = asked();
      const step = stepOf(id);
      if (now === null || step === undefined || now.step !== id) {
        if (!refused) owed.set(id, { turn, who });
        return false;
      }
      if (!refused) answered.push({ id, turn, who });
      if (turn.pass !== undefined) {
        const hasButton = buttonsOf(now.message).some(
          ({ action_id: one }) => one === 'case-step:not-applicable',
        );
        if (hasButton && index % 2 === 0) {
          await openForm(() => press(now.message, /不适用|Not applicable/));
          await fill({ reason: turn.reason ?? null }, refused);
        } else {
          const words = language === 'zh' ? '不适用 因为' : 'not applicable because';
          await peer.say({
            channel: COMPLAINTS,
            user: user(),
            thread,
            text: `${words} ${turn.reason}`,
          });
        }
      } else if (step.evidence === null) {
        if (step.asks === null) {
          if (index % 2 === 0) await press(now.message, /^(?:好了|Done)$/);
          else await say(language === 'zh' ? '好了' : 'done');
        } else {
          const choice = turn.choice ?? step.asks.choices[0]?.id;
          const name = step.asks.choices.find((one) => one.id === choice)?.name[language];
          if (name === undefined) return false;
          await press(now.message, new RegExp(`^${name.replace(/[()?]/g, '.')}$`));
        }
      } else {
        const choice = turn.choice ?? step.asks?.choices[0]?.id ?? null;
        const name = step.asks?.choices.find((one) => one.id === choice)?.name[language];
        if (step.asks !== null && name === undefined) return false;
        const [given] = evidenceIn(turn, step, today);
        const isFree = choice !== null && step.evidence.notNeededFor.includes(choice);
        if (step.asks === null && given?.number != null && index % 2 === 1) {
          await say(typed(given, language));
        } else {
          const label =
            name === undefined
              ? /填凭证|Give evidence/
              : new RegExp(`^${name.replace(/[()?]/g, '.')}$`);
          if (isFree) await press(now.message, label);
          else {
            await openForm(() => press(now.message, label));
            await fill(formOf(given, choice), refused);
            if (refused) return true;
          }
        }
      }
      if (refused) await whispered(before);
      else await goesOn(before);
      return true;
    }
    if (turn.back !== undefined) {
      const now = asked();
      // Slack goes back a step at a time; what lies between is answered again when it is asked.
      if (refused || now === null || !answered.some(({ id }) => id === turn.back)) return false;
      for (let isThere = false; !isThere; ) {
        const last = answered.pop();
        const at = asked();
        if (last === undefined || at === null) throw new Error(`no way back to ${turn.back}`);
        const since = lastTs();
        await press(at.message, /上一步|Back/);
        await goesOn(since);
        expect(asked()?.step).toBe(last.id);
        isThere = last.id === turn.back;
        if (!isThere) owed.set(last.id, last);
      }
      return true;
    }
    if (turn.help !== undefined) {
      const now = asked();
      if (now === null) return false;
      await openForm(() => press(now.message, /找人帮忙|Need help/));
      await fill({ reason: turn.note ?? null }, refused);
      await goesOn(before);
      return true;
    }
    const deed = menuDeedOf(turn);
    if (deed === null) return turn.day !== undefined || turn.restart !== undefined;
    if (!cardHas(branch, thread, deed)) return false;
    if (deed === 'resume') {
      await menu(deed);
      await goesOn(before);
      return true;
    }
    await openForm(() => menu(deed));
    await fill(menuInput(turn, language, today), refused);
    if (!refused) await goesOn(before);
    return true;
  };
  const owedNow = () => {
    const step = asked()?.step;
    return step === undefined ? undefined : owed.get(step);
  };
  const say = async (text: string): Promise<void> => {
    await peer.say({ channel: COMPLAINTS, user: user(), thread, text });
  };

  for (const [index, turn] of story.turns.entries()) {
    who = turn.by ?? who;
    if (turn.day !== undefined || turn.restart !== undefined) {
      today = turn.day ?? today;
      await branch.restart(today);
    }
    if (await play(turn, index)) played += 1;
    else passedOver.push(`${index + 1} ${JSON.stringify(turn)}`);
    if (turn.change !== undefined && turn.refused === undefined)
      checklistNow.id = turn.change.checklist;
    for (let due = owedNow(); due !== undefined; due = owedNow()) {
      owed.delete(due.turn.done ?? due.turn.pass ?? '');
      who = due.who;
      if (await play(due.turn, index)) played += 1;
    }
    await cardShows(turn, { branch, thread, language });
  }
  return { played, passedOver, card: cardText() };
}

function progressIn(card: string): string | undefined {
  return /(\d+)(?:\/| of )(\d+)/.exec(card)?.[0];
}

async function opened(story: Story, language: Language, { peer }: Branch): Promise<Message> {
  const { by, words, outlet, received, contract } = story.open;
  const user = PEOPLE[by];
  const since = peer.messages(COMPLAINTS).at(-1)?.ts ?? '0';
  await peer.command({ channel: COMPLAINTS, user, command: '/complaint', text: words[language] });
  await peer.modal({ what: 'the form that opens a case' });
  const errors = await submitForm(peer, user, {
    checklist: story.checklist,
    words: words[language],
    received: received ?? story.today,
    outlet,
    contract: contract ?? null,
    language,
    place: 'here',
  });
  expect(errors).toBeNull();
  const card = await peer.reply({ channel: COMPLAINTS, since, matching: /C-\d{4}-\d{4}/ });
  await peer.reply({ channel: COMPLAINTS, thread: card.ts, matching: /第1步|Step 1/ });
  return card;
}

function evidenceIn(turn: Turn, step: Step, today: Story['today']): readonly Evidence[] {
  if (turn.evidence === 'whole') return evidenceFor(step, today);
  return turn.evidence === undefined ? [] : [turn.evidence];
}

function formOf(given: Evidence | undefined, choice: string | null): ModalInput {
  return {
    choice,
    kind: given?.kind ?? null,
    number: given?.number ?? null,
    kept: given?.kept ?? null,
    day: given?.day ?? null,
    signed: given?.signedBy ?? [],
  };
}

const SIGNED = {
  zh: { customer: '客户已签', manager: '主管已签', handler: '经办人已签' },
  en: { customer: 'customer signed', manager: 'manager signed', handler: 'handler signed' },
} as const;

function typed({ kind, number, kept, day, signedBy }: Evidence, language: Language): string {
  const word = KIND_WORDS[kind][language].split(/[、（(]/)[0];
  const parts = [
    language === 'zh' ? `${word}编号 ${number}` : `${word} number ${number}`,
    kept === null ? null : language === 'zh' ? `存放在${kept}` : `kept in ${kept}`,
    day,
    ...signedBy.map((one) => SIGNED[language][one]),
  ];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}

function menuDeedOf(turn: Turn): MenuDeed | null {
  const deeds = [
    'take-over',
    'pause',
    'reopen',
    'assign',
    'escalate',
    'resume',
    'move',
    'tell',
    'close',
  ] as const;
  const named = deeds.find((deed) => turn[deed] !== undefined);
  return named ?? (turn.change === undefined ? null : 'change-checklist');
}

function cardHas({ peer }: Branch, thread: string, deed: MenuDeed): boolean {
  const card = peer.messages(COMPLAINTS).find(({ ts }) => ts === thread);
  return JSON.stringify(card?.blocks ?? []).includes(`"${deed} C-`);
}

function menuInput(turn: Turn, language: Language, today: Story['today']): ModalInput {
  if (turn.tell !== undefined) {
    const { words, how, accepted } = turn.tell;
    return { words: words[language], on: today, channel: how, accepted };
  }
  if (turn.close !== undefined)
    return { outcome: turn.close === 'none' ? null : turn.close, note: turn.note ?? null };
  if (turn.assign !== undefined) return { to: PEOPLE[turn.assign.to], reason: turn.assign.reason };
  if (turn.escalate !== undefined) return turn.escalate;
  if (turn.change !== undefined) return turn.change;
  return { reason: turn['take-over'] ?? turn.pause ?? turn.reopen ?? null };
}

async function cardShows(
  { expect: wanted }: Turn,
  { branch: { peer }, thread, language }: { branch: Branch; thread: string; language: Language },
): Promise<void> {
  if (wanted === undefined) return;
  const { done, all, owner, paused, state } = wanted;
  const signs: RegExp[] = [
    ...(done === undefined ? [] : [new RegExp(`\\b${done}(?:/| of )${all ?? '\\d+'}`)]),
    ...(owner === undefined ? [] : [new RegExp(`<@${PEOPLE[owner]}>`)]),
    ...(paused === true ? [language === 'zh' ? /暂停中/ : /stands still/] : []),
    ...(state === 'closed' ? [language === 'zh' ? /已结案/ : /\(closed\)/] : []),
  ];
  await peer.waitFor(
    (seen) => {
      const card = seen.messages[COMPLAINTS]?.find(({ ts }) => ts === thread);
      return card !== undefined && signs.every((sign) => sign.test(wordsOf(card)));
    },
    { what: `a card with ${signs.join(' ')}` },
  );
}
