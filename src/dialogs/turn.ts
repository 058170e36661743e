import type { Answer } from '../answers/answer.ts';
import type { Language } from '../bilingual.ts';
import type { Context, Intent } from '../language/reading.ts';

export type Question = { readonly text: string; readonly context: Context | null };
/** An answer, and what the conversation is about from now on; `askedAs` is the text that was read in place of the question's. */
export type Asked = {
  readonly answer: Answer;
  readonly context: Context | null;
  readonly askedAs?: string;
};

/** Answers a question of a user in its context. `desk.ts` gives it. */
export type Ask = (question: Question, user: string) => Asked | Promise<Asked>;

/** Whose conversation: one person in one place. `thread` is null at the top level of a channel or direct message. */
export type ConversationKey = {
  readonly team: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
};

/** A pressed button: the question that it belongs to, and the option. */
export type PressedChoice = { readonly asked: string; readonly option: string };

export type Inbound = {
  readonly key: ConversationKey;
  readonly text: string;
  readonly choice: PressedChoice | null;
};

/** The step of a case that is being asked, and which asking of it: ids, and no words. */
export type StepAsked = { readonly caseId: string; readonly asking: string };

/**
 * The case that is walked in a place. `standing` is what our own tables ask now; `take` takes what somebody says or
 * presses, given what this person was asked last, and says what is asked from then on. It gives null for what is no
 * reply to a step: that is a question like any other.
 */
export type StepHere = {
  readonly standing: StepAsked;
  readonly take: (asked: StepAsked | null) => Promise<{ readonly next: StepAsked | null } | null>;
};

/**
 * What a turn comes to. `id` names the answer, for `Conversations.answered`; `asked` the question that the answer asks
 * back, for its buttons: null where it asks nothing. `stale`: a button of a question that is not the one being asked
 * of this person.
 */
export type Turn =
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly answer: Answer;
      readonly asked: string | null;
    }
  | { readonly kind: 'stale' };

/** A question that was answered, without personal data, and what it was read as. */
export type Answered = {
  readonly question: Question;
  readonly intent: Intent;
  /** 0 to 1. */
  readonly confidence: number;
  readonly language: Language;
};

/** A place to keep plain JSON in. A Keyv is one; `get` of an unknown key gives undefined or null. */
export type Memory = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, ttlMs?: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

export type Conversations = {
  /** Takes one message or button press. Two of the same conversation are answered one after the other. */
  readonly receive: (inbound: Inbound) => Promise<Turn>;
  /** The same, in a place where a case is walked: its steps are taken first. */
  readonly walk: (inbound: Inbound, step: StepHere) => Promise<Turn | { readonly kind: 'step' }>;
  /** Whether this person has been answered in this place lately. */
  readonly isOpen: (key: ConversationKey) => Promise<boolean>;
  /** What an answer of the last days was given to; null where nobody remembers. */
  readonly answered: (id: string) => Promise<Answered | null>;
};
