import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../bilingual.ts';
import type { Log } from '../log.ts';
import { Problem } from '../problem.ts';
import { failureOf, safely } from './failure.ts';
import { codeOf, isOfSlack, outcomeOf } from './outcome.ts';
import { envelopeSchema, messageSchema } from './payloads.ts';
import type { Place, Posting } from './posting.ts';
import { problemView, unknownProblemView } from './views/problem.ts';

export type ErrorPorts = {
  readonly posting: Posting;
  readonly log: Log;
  /** A short word that the person reads and the log has. */
  readonly newReference?: () => string;
};

export type ErrorDoor = (error: unknown, body: unknown) => Promise<void>;

/** The one place where what a listener throws ends. Only what must be tried again later is thrown on. */
export function openErrorDoor({ posting, log, newReference }: ErrorPorts): ErrorDoor {
  return async (thrown, body) => {
    const error = failureOf(thrown);
    const asker = askerOf(body);
    const outcome = isOfSlack(error) ? outcomeOf(error) : null;
    if (outcome === 'not-sent' || outcome === 'unknown') {
      log.error('slack.not-told', { code: codeOf(error), outcome });
      // An apology could stand beside the answer that did arrive; what never left is kept (fault K2).
      if (outcome === 'not-sent' && asker.eventId !== null) throw error;
      return;
    }
    const reference = (newReference ?? randomReference)();
    const fields = safely(error, asker.text);
    if (error instanceof Problem) log.warn('slack.problem', { reference, problem: error.code });
    else log.error('slack.failure', { reference, ...fields });
    const view =
      error instanceof Problem
        ? problemView(error.message)
        : unknownProblemView(reference, languageOf(asker.text));
    try {
      if (asker.responseUrl !== null)
        await posting.respond(asker.responseUrl, { view, replaces: false });
      else if (asker.place !== null) await posting.post(asker.place, view);
    } catch (second) {
      log.error('slack.failure-untold', { reference, code: codeOf(second) });
    }
  };
}

type Asker = {
  readonly eventId: string | null;
  readonly place: Place | null;
  readonly responseUrl: string | null;
  readonly text: string;
};

const interactionSchema = z.object({
  response_url: z.string(),
  text: z.string().optional(),
  message: z.object({ text: z.string().optional() }).optional(),
});

function askerOf(body: unknown): Asker {
  const interaction = interactionSchema.safeParse(body);
  if (interaction.success) {
    const { response_url: responseUrl, text, message } = interaction.data;
    return { eventId: null, place: null, responseUrl, text: text ?? message?.text ?? '' };
  }
  const envelope = envelopeSchema.safeParse(body);
  const eventId = envelope.success ? envelope.data.event_id : null;
  const message = messageSchema.safeParse(envelope.data?.event);
  if (!message.success) return { eventId, place: null, responseUrl: null, text: '' };
  const { channel, channel_type: type, ts, thread_ts: thread, text } = message.data;
  const inThread = thread ?? (type === 'im' ? null : ts);
  return { eventId, place: { channel, thread: inThread }, responseUrl: null, text };
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

// No letter or digit that reads like another one over the phone.
const LETTERS = 'ACDEFHJKLMNPRTUVWXY34679';

function randomReference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
