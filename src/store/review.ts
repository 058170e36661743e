import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { ReviewQuestionTable, Store } from './schema.ts';
import { storableText } from './text.ts';

/** Why a question is on the list: the bot said "I don't know", or a person said "not what I asked". */
export type ReviewReason = 'not-understood' | 'marked-wrong';

export type NewReview = {
  /** Without personal data: the list keeps what it is given. */
  readonly text: string;
  readonly language: string;
  readonly reason: ReviewReason;
  readonly readAs: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly afterIntent: string | null;
  readonly now: number;
};

export type ReviewState = 'open' | 'accepted' | 'dismissed';

export type ReviewQuestion = {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly reason: ReviewReason;
  readonly readAs: string;
  readonly confidence: number;
  readonly afterIntent: string | null;
  /** How often it was asked, or marked. */
  readonly times: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly state: ReviewState;
  readonly decision: string | null;
};

export type Decision = {
  readonly id: string;
  readonly state: Exclude<ReviewState, 'open'>;
  readonly decision: string | null;
  readonly now: number;
};

/** The questions that a person should look at before anything is learnt from them. */
export type ReviewList = {
  /** Adds a question, or counts it once more. A question marked wrong is open again whatever was decided before. */
  note(question: NewReview): Promise<void>;
  /** Marked ones first, then the most asked, then those that the reader was least sure about. */
  list(state: ReviewState | null): Promise<readonly ReviewQuestion[]>;
  find(id: string): Promise<ReviewQuestion | null>;
  /** True when the question was open. */
  decide(decision: Decision): Promise<boolean>;
  /** Forgets what was last asked before, decided or not, and answers how many rows went. */
  purge(before: number): Promise<number>;
};

export function reviewList({ db }: Store): ReviewList {
  return {
    async note({ text, language, reason, readAs, confidence, afterIntent, now }) {
      const at = Math.trunc(now);
      const kept = storableText(text);
      const isMarked = reason === 'marked-wrong';
      const read = {
        reason,
        read_as: readAs,
        confidence_percent: Math.round(confidence * 100),
        after_intent: afterIntent,
      };
      await db
        .insertInto('review_question')
        .values({
          id: idOf(kept),
          text: kept,
          language,
          ...read,
          times: 1,
          first_at: at,
          last_at: at,
          state: 'open',
          decision: null,
          decided_at: null,
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            times: row('review_question.times', '+', 1),
            last_at: at,
            ...(isMarked ? { ...read, state: 'open', decision: null, decided_at: null } : {}),
          })),
        )
        .execute();
    },

    async list(state) {
      const all = db.selectFrom('review_question').selectAll();
      const rows = await (state === null ? all : all.where('state', '=', state))
        .orderBy('reason')
        .orderBy('times', 'desc')
        .orderBy('confidence_percent')
        .orderBy('last_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(questionOf);
    },

    async find(id) {
      const row = await db
        .selectFrom('review_question')
        .selectAll()
        .where('id', '=', storableText(id))
        .executeTakeFirst();
      return row === undefined ? null : questionOf(row);
    },

    async decide({ id, state, decision, now }) {
      const row = await db
        .updateTable('review_question')
        .set({
          state,
          decision: decision === null ? null : storableText(decision),
          decided_at: Math.trunc(now),
        })
        .where('id', '=', storableText(id))
        .where('state', '=', 'open')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async purge(before) {
      const { numDeletedRows } = await db
        .deleteFrom('review_question')
        .where('last_at', '<', Math.trunc(before))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

/** Short enough to be typed; the same for the same words, whatever their capitals and spaces. */
function idOf(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}

function questionOf(row: Selectable<ReviewQuestionTable>): ReviewQuestion {
  return {
    id: row.id,
    text: row.text,
    language: row.language,
    reason: row.reason === 'marked-wrong' ? 'marked-wrong' : 'not-understood',
    readAs: row.read_as,
    confidence: row.confidence_percent / 100,
    afterIntent: row.after_intent,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
    state: row.state === 'accepted' || row.state === 'dismissed' ? row.state : 'open',
    decision: row.decision,
  };
}
