import { z } from 'zod';
import type { Picture } from '../../answers/picture.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import type { PressedChoice } from '../../dialogs/turn.ts';
import type { MeantDraft } from '../policy-ports.ts';
import { type CaseWeekPicture, caseWeekSchema } from './case-week-ids.ts';

/** Who sees a message. */
export type Audience = 'everyone' | 'asker';

/** Every id that we give to Slack and that it gives back. Nothing that came back is believed before it is decoded. */
export const CHOICE_ACTION = /^choice:\d+$/;

export function choiceActionId(index: number): string {
  return `choice:${index}`;
}

export function choiceBlockId(asked: string, row: number): string {
  return `${CHOICE_BLOCK}${asked}:${row}`;
}

export function isChoiceBlock(blockId: string): boolean {
  return blockId.startsWith(CHOICE_BLOCK);
}

/**
 * The button itself says who saw the question: an answer to a private one must stay private, and that must not hang
 * on how a server marks its messages.
 */
export function encodeChoice(choice: PressedChoice, audience: Audience): string {
  return JSON.stringify([choice.asked, choice.option, audience]);
}

const choiceSchema = z.tuple([z.string().min(1), z.string().min(1), z.enum(['everyone', 'asker'])]);

/** Null where it is not a choice of ours, or one of a program before. */
export function decodeChoice(value: string): DecodedChoice | null {
  const parsed = choiceSchema.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const [asked, option, audience] = parsed.data;
  return { choice: { asked, option }, audience };
}

export type DecodedChoice = { readonly choice: PressedChoice; readonly audience: Audience };

const CHOICE_BLOCK = 'choices:';

export const PICTURE_ACTION = 'picture';
/** Pictures of policy, and of a week's cases. */
export type Drawable = Picture | CaseWeekPicture;

/** The button carries what is to be drawn: no policy, no question and no person. */
export function encodePicture(picture: Drawable): string {
  return JSON.stringify(picture);
}

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'no day' });
  return parsed ?? z.NEVER;
});
const language = z.enum(['zh', 'en']);
const pictureSchema: z.ZodType<Drawable> = z.discriminatedUnion('kind', [
  caseWeekSchema,
  z.strictObject({ kind: z.literal('payout'), deposit: z.number(), day, language }),
  z.strictObject({ kind: z.literal('matrix'), day, language }),
]);

/** Null where it is no picture of ours. */
export function decodePicture(value: string): Drawable | null {
  return pictureSchema.safeParse(jsonOf(value)).data ?? null;
}

/** What a person may say about an answer. */
export const FEEDBACK_KINDS = ['wrong', 'why'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];
export const FEEDBACK_ACTIONS: Readonly<Record<FeedbackKind, string>> = {
  wrong: 'feedback:wrong',
  why: 'feedback:why',
};

export function feedbackBlockId(answerId: string): string {
  return `feedback:${answerId}`;
}

/** A button below an answer names the answer, and nothing that was asked. */
export function encodeFeedback(answerId: string): string {
  return answerId;
}

/** Null where it is no id of an answer. */
export function decodeFeedback(value: string): string | null {
  return /^[\w-]{6,40}$/.test(value) ? value : null;
}

/** What a policy owner may do about a draft. */
export const POLICY_DEEDS = ['approve', 'send-back', 'all'] as const;
export type PolicyDeed = (typeof POLICY_DEEDS)[number];
export const POLICY_MODAL = 'policy:send-back-reason';
export const POLICY_BLOCK = 'policy';

export function policyActionId(deed: PolicyDeed): string {
  return `policy:${deed}`;
}

/** A draft, and the message with which its sheet came: two of one content are two requests. */
export type DraftButton = MeantDraft & { readonly drop: string };

/** The button carries the print of the draft's files: what was not looked at is not approved. */
export function encodeDraft({ draft, print, drop }: DraftButton): string {
  return JSON.stringify([draft, print, drop]);
}

const draftParts = [
  z.string().regex(/^[a-z0-9-]{1,100}(?:\.v\d{1,6})?$/),
  z.string().regex(/^[0-9a-f]{16}$/),
  z.string().regex(/^[\w.:-]{1,100}$/),
] as const;
const draftSchema = z.tuple([...draftParts]);

/** Null where it is no draft of ours. */
export function decodeDraft(value: string): DraftButton | null {
  const parsed = draftSchema.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const [draft, print, drop] = parsed.data;
  return { draft, print, drop };
}

/** What a modal is opened for: a draft, and the message whose button opened it. */
export type DraftMessage = DraftButton & { readonly channel: string; readonly ts: string };

export function encodeDraftMessage({ channel, ts, ...button }: DraftMessage): string {
  return JSON.stringify([button.draft, button.print, button.drop, channel, ts]);
}

const draftMessageSchema = z.tuple([...draftParts, z.string().min(1), z.string().min(1)]);

export function decodeDraftMessage(text: string): DraftMessage | null {
  const parsed = draftMessageSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const [draft, print, drop, channel, ts] = parsed.data;
  return { draft, print, drop, channel, ts };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
