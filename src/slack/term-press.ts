import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../bilingual.ts';
import { parseDay } from '../calendar/day.ts';
import type { Deed, Done, Refusal } from '../reminders/deeds.ts';
import { OUTCOMES } from '../reminders/term.ts';
import type { FormSent } from './complaints/payloads.ts';
import { publishHome } from './home-page.ts';
import { codeOf } from './outcome.ts';
import type { Doorway } from './ports.ts';
import type { MessageView } from './views/blocks.ts';
import { digestView } from './views/digest.ts';
import { digestPage } from './views/digest-page.ts';
import { outcomeForm, reopenForm } from './views/outcome-form.ts';
import { staleView } from './views/stale.ts';
import {
  choiceOfTerm,
  decodeMessage,
  decodeTerm,
  type TermButton,
  type TermDeed,
  type TermMessage,
  termOfBlock,
} from './views/term-ids.ts';
import { coachingView, customerView, doneWords, saidView } from './views/term-said.ts';

const pressSchema = z
  .object({
    /** A press on the bot's own page has no channel, and no address that shows an answer. */
    response_url: z.string().optional(),
    trigger_id: z.string().default(''),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }).optional(),
    message: z.object({ ts: z.string() }).optional(),
    actions: z.tuple(
      [
        z.object({
          block_id: z.string().default(''),
          value: z.string().optional(),
          selected_option: z.object({ value: z.string() }).nullish(),
        }),
      ],
      z.unknown(),
    ),
  })
  .transform(({ actions: [action], message, channel, ...rest }) => ({
    ...rest,
    about: action.value === undefined ? termOfBlock(action.block_id) : decodeTerm(action.value),
    choice: choiceOfTerm(action.selected_option?.value ?? ''),
    at: { channel: channel?.id || HOME, ts: message?.ts ?? '' },
  }));
/** Stands for the channel where there is none. */
const HOME = 'home';
type TermPress = z.output<typeof pressSchema>;

/** A press on a button of a digest. */
export async function pressTerm(body: unknown, deed: TermDeed, doorway: Doorway): Promise<void> {
  const press = pressSchema.parse(body);
  const { about, user } = press;
  const language = (await doorway.directory.languageOf(user.id)) ?? 'zh';
  if (about === null) return answer(press, staleView(), doorway);
  const meant = { press, about, language };
  if (deed === 'all') return showAll(meant, doorway);
  if (deed === 'more') return chooseMore(meant, doorway);
  if (deed === 'claim') return act(meant, { kind: 'claim' }, doorway);
  await openForm(deed, meant, doorway);
}

type Meant = {
  readonly press: TermPress;
  readonly about: TermButton;
  readonly language: Language;
};

async function answer(
  { response_url: url, user, at }: TermPress,
  view: MessageView,
  { posting }: Doorway,
): Promise<void> {
  if (url !== undefined && at.channel !== HOME)
    return posting.respond(url, { view, replaces: false });
  await posting.post({ channel: await posting.directChannel(user.id), thread: null }, view);
}

async function act({ press, about, language }: Meant, deed: Deed, doorway: Doorway): Promise<void> {
  const done = await doorway.renewals.act(about, deed, press.user.id);
  doorway.log.info('term', {
    deed: deed.kind,
    user: press.user.id,
    became: done.ok ? 'done' : done.why,
  });
  await showAgain(press.at, about.key, doorway);
  const words = wordsOf(done, language);
  if (words !== null) await answer(press, saidView(words), doorway);
}

function wordsOf(done: Done | Refusal, language: Language): string | null {
  return done.ok ? doneWords(done, language) : done.reason[language];
}

/** The message as it stands now, for everybody. Where that fails the next press mends it. */
async function showAgain(
  at: { readonly channel: string; readonly ts: string },
  key: string,
  { renewals, posting, log }: Doorway,
): Promise<void> {
  if (at.ts === '') return;
  try {
    // One after the other: an older look at the contracts must not overwrite a newer one.
    await renewals.inTurn(`${at.channel} ${at.ts}`, async () => {
      const digest = await renewals.digest(key);
      if (digest !== null) await posting.replace(at, digestView(digest));
    });
  } catch (error) {
    log.warn('renewals.message-behind', { key, code: codeOf(error) });
  }
}

async function chooseMore(meant: Meant, doorway: Doorway): Promise<void> {
  const { press, about, language } = meant;
  switch (press.choice) {
    case 'snooze-1':
      return act(meant, { kind: 'snooze', workingDays: 1 }, doorway);
    case 'snooze-3':
      return act(meant, { kind: 'snooze', workingDays: 3 }, doorway);
    case 'release':
      return act(meant, { kind: 'release' }, doorway);
    case 'coach':
      return answer(press, coachingView(doorway.renewals.coaching(language), language), doorway);
    case 'show': {
      const found = await doorway.renewals.reveal(about, press.user.id);
      const view =
        found === null
          ? staleView()
          : 'refused' in found
            ? saidView(found.refused[language])
            : customerView(found, language);
      return answer(press, view, doorway);
    }
    default:
      return answer(press, staleView(), doorway);
  }
}

async function openForm(
  deed: 'outcome' | 'reopen',
  { press, about, language }: Meant,
  doorway: Doorway,
): Promise<void> {
  const message = { ...about, ...press.at };
  if (deed === 'reopen') {
    return doorway.posting.openModal(press.trigger_id, reopenForm(message, language));
  }
  const pressed = await doorway.renewals.pressed(about);
  if (pressed === null) return answer(press, staleView(), doorway);
  await doorway.posting.openModal(press.trigger_id, outcomeForm(pressed, message, language));
}

async function showAll({ press, about, language }: Meant, doorway: Doorway): Promise<void> {
  const digest = await doorway.renewals.digest(about.key);
  if (digest === null) return answer(press, staleView(), doorway);
  await doorway.posting.openModal(press.trigger_id, digestPage(digest, 0, language));
}

/** What a modal's fields are told is wrong, or what is done once it has closed. */
export type Taken = {
  readonly errors: Readonly<Record<string, string>> | null;
  readonly after: () => Promise<void>;
};

/** An outcome that was sent off. What it lacks is said beside its field, and the modal stays open. */
export async function takeOutcome(sent: FormSent, doorway: Doorway): Promise<Taken> {
  const outcome = OUTCOMES.find((one) => one === sent.values.text('outcome'));
  const language = (await doorway.directory.languageOf(sent.user.id)) ?? 'zh';
  if (outcome === undefined) return wrong('outcome', PICK[language]);
  const until = sent.values.text('until');
  const deed: Deed = {
    ...{ kind: 'close', outcome, reason: sent.values.text('reason') },
    note: sent.values.text('note'),
    renewedUntil: outcome === 'renewed' && until !== null ? (parseDay(until) ?? null) : null,
  };
  const field = outcome === 'renewed' ? 'until' : outcome === 'refused' ? 'reason' : 'outcome';
  return takeDeed(sent, deed, { doorway, field, language });
}

export async function takeReopening(sent: FormSent, doorway: Doorway): Promise<Taken> {
  const language = (await doorway.directory.languageOf(sent.user.id)) ?? 'zh';
  const deed: Deed = { kind: 'reopen', note: sent.values.text('note') ?? '' };
  return takeDeed(sent, deed, { doorway, field: 'note', language });
}

async function takeDeed(
  { about, user }: FormSent,
  deed: Deed,
  {
    doorway,
    field,
    language,
  }: { readonly doorway: Doorway; readonly field: string; readonly language: Language },
): Promise<Taken> {
  const message: TermMessage | null = decodeMessage(about);
  if (message === null) return wrong(field, staleView().text);
  const done = await doorway.renewals.act(message, deed, user.id);
  doorway.log.info('term', { deed: deed.kind, user: user.id, became: done.ok ? 'done' : done.why });
  if (!done.ok && done.why === 'wrong') return wrong(done.about ?? field, done.reason[language]);
  return {
    errors: null,
    after: async () => {
      await showAgain(message, message.key, doorway);
      if (message.channel === HOME) await publishHome(user.id, doorway);
      const words = wordsOf(done, language);
      if (words === null) return;
      const { posting } = doorway;
      const place = { channel: message.channel, thread: null, user: user.id };
      if (message.channel !== HOME) return posting.whisper(place, saidView(words));
      const channel = await posting.directChannel(user.id);
      await posting.post({ channel, thread: null }, saidView(words));
    },
  };
}

function wrong(field: string, words: string): Taken {
  return { errors: { [field]: words }, after: async () => {} };
}

const PICK: Readonly<Record<Language, string>> = {
  zh: '请选一个结果。',
  en: 'Please pick an outcome.',
};

/** Another page of all that a digest has. */
export async function turnPage(
  body: unknown,
  doorway: Doorway,
): Promise<{ readonly viewId: string; readonly view: ModalView } | null> {
  const parsed = pageSchema.parse(body);
  const about = decodeTerm(parsed.value);
  const digest = about === null ? null : await doorway.renewals.digest(about.key);
  if (about === null || digest === null) return null;
  const language = (await doorway.directory.languageOf(parsed.user.id)) ?? 'zh';
  return { viewId: parsed.view.id, view: digestPage(digest, Number(about.contract), language) };
}

const pageSchema = z
  .object({
    user: z.object({ id: z.string() }),
    view: z.object({ id: z.string() }),
    actions: z.tuple([z.object({ value: z.string() })], z.unknown()),
  })
  .transform(({ actions: [{ value }], ...rest }) => ({ ...rest, value }));
