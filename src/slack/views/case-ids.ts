import { z } from 'zod';
import type { CaseHint } from '../../answers/answer.ts';
import { type Day, type Month, parseDay } from '../../calendar/day.ts';

/**
 * Every id of a complaint case that we give to Slack and that it gives back; see `ids.ts`. They carry ids and figures,
 * never a word of a customer.
 */
const caseId = z.string().regex(/^C-\d{4}-\d{1,9}$/);
const language = z.enum(['zh', 'en']);
/** Which asking of which step: see `askingOf`. */
const asking = z.string().regex(/^[a-z0-9-]{1,80}@\d{1,6}\/[a-z0-9-]{1,80}#\d{1,6}$/);

/** What one presses below a step. `choice` answers the question that it asks. */
export const STEP_DEEDS = ['done', 'choice', 'evidence', 'not-applicable', 'help', 'back'] as const;
export type StepDeed = (typeof STEP_DEEDS)[number];

/** Choices stand side by side, and no two controls of a row may share an action id. */
export const STEP_ACTION = new RegExp(`^case-step:(?:${STEP_DEEDS.join('|')})(?::\\d+)?$`);

export function stepActionId(deed: StepDeed, place?: number): string {
  return `case-step:${deed}${place === undefined ? '' : `:${place}`}`;
}

export function stepBlockId(asked: string, row: number): string {
  return `case-step:${asked}:${row}`;
}

export type StepPress = {
  readonly deed: StepDeed;
  readonly caseId: string;
  readonly asking: string;
  readonly language: 'zh' | 'en';
  readonly choice: string | null;
};

export function encodeStep({ deed, caseId: id, asking: asked, ...rest }: StepPress): string {
  return JSON.stringify([deed, id, asked, rest.language, rest.choice]);
}

const stepSchema = z.tuple([
  z.enum(STEP_DEEDS),
  caseId,
  asking,
  language,
  z.string().max(80).nullable(),
]);

/** Null where it is no button of a step of ours. */
export function decodeStep(value: string): StepPress | null {
  const parsed = stepSchema.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const [deed, id, asked, said, choice] = parsed.data;
  return { deed, caseId: id, asking: asked, language: said, choice };
}

/** What the menu of a card offers. */
export const CASE_DEEDS = [
  'assign',
  'take-over',
  'escalate',
  'pause',
  'resume',
  'move',
  'change-checklist',
  'tell',
  'close',
  'reopen',
  'report',
  'where',
] as const;
export type MenuDeed = (typeof CASE_DEEDS)[number];
export const CASE_MENU = 'case-menu';

export type MenuPress = {
  readonly deed: MenuDeed;
  readonly caseId: string;
  readonly language: 'zh' | 'en';
};

/** 75 characters are all that Slack takes of an option's value. */
export function encodeMenu({ deed, caseId: id, language: said }: MenuPress): string {
  return `${deed} ${id} ${said}`;
}

const menuSchema = z.tuple([z.enum(CASE_DEEDS), caseId, language]);

export function decodeMenu(value: string): MenuPress | null {
  const parsed = menuSchema.safeParse(value.split(' '));
  if (!parsed.success) return null;
  const [deed, id, said] = parsed.data;
  return { deed, caseId: id, language: said };
}

/** A case named by a button, such as the one that shows it. */
export const CASE_SHOW = 'case-show';
export function decodeCaseId(value: string): string | null {
  return caseId.safeParse(value).data ?? null;
}

/** The button below an answer that opens a case. */
export const CASE_OPEN = 'case-open';
export type OpenPress = { readonly hint: CaseHint; readonly language: 'zh' | 'en' };

export function encodeOpen({ hint, language: said }: OpenPress): string {
  const { checklist, missed } = hint;
  const { deposit, month, depositedIn } = missed ?? { deposit: 0, month: '', depositedIn: null };
  return JSON.stringify([
    checklist,
    missed === null ? null : [deposit, month, depositedIn?.from ?? null, depositedIn?.to ?? null],
    said,
  ]);
}

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'no day' });
  return parsed ?? z.NEVER;
});
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const openSchema = z.tuple([
  z.string().regex(/^[a-z0-9-]{1,80}$/),
  z.tuple([z.number().positive(), month, day.nullable(), day.nullable()]).nullable(),
  language,
]);

export function decodeOpen(value: string): OpenPress | null {
  const parsed = openSchema.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const [checklist, looked, said] = parsed.data;
  if (looked === null) return { hint: { checklist, missed: null }, language: said };
  const [deposit, inMonth, from, to] = looked;
  const depositedIn = from === null || to === null ? null : { from, to };
  const missed = { deposit, month: inMonth as Month, depositedIn };
  return { hint: { checklist, missed }, language: said };
}

/** The modals; each says below which message its case is walked. */
export const FORM_CALLBACK = /^case-form:[a-z-]+$/;
export const OPEN_FORM = 'case-open-form';
export const OPEN_SHORTCUT = 'complaint_from_message';

export type FormDeed = Exclude<MenuDeed, 'resume' | 'report' | 'where'> | StepFormDeed;
export const STEP_FORMS = ['evidence', 'not-applicable', 'help'] as const;
export type StepFormDeed = (typeof STEP_FORMS)[number];

export function formCallback(deed: FormDeed): string {
  return `case-form:${deed}`;
}

export type FormAbout = {
  readonly deed: FormDeed;
  readonly caseId: string;
  readonly language: 'zh' | 'en';
  /** Of a step, and the choice that a button has made already. */
  readonly asking: string | null;
  readonly choice: string | null;
};

export function encodeForm({ deed, caseId: id, ...rest }: FormAbout): string {
  return JSON.stringify([deed, id, rest.language, rest.asking, rest.choice]);
}

const formSchema = z.tuple([
  z.enum([...CASE_DEEDS, ...STEP_FORMS]),
  caseId,
  language,
  asking.nullable(),
  z.string().max(80).nullable(),
]);

export function decodeForm(text: string): FormAbout | null {
  const parsed = formSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const [deed, id, said, asked, choice] = parsed.data;
  if (deed === 'resume' || deed === 'report' || deed === 'where') return null;
  return { deed, caseId: id, language: said, asking: asked, choice };
}

/** Where a case that is being opened came from. `link`: the message that it is opened from. */
export type OpenAbout = {
  readonly channel: string | null;
  readonly language: 'zh' | 'en';
  readonly offer: string | null;
  /** The checklist that was suggested. */
  readonly checklist: string | null;
  /** Under which the words lie that stood in the form from the start; they are no part of it. */
  readonly draft: string | null;
  readonly link: { readonly channel: string; readonly ts: string } | null;
};

export function encodeOpenForm({ channel, offer, link, ...about }: OpenAbout): string {
  const linked = [link?.channel ?? null, link?.ts ?? null];
  return JSON.stringify([channel, about.language, offer, about.checklist, about.draft, ...linked]);
}

const openFormSchema = z.tuple([
  z.string().nullable(),
  language,
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);

export function decodeOpenForm(text: string): OpenAbout | null {
  const parsed = openFormSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const [channel, said, offer, checklist, draft, linked, ts] = parsed.data;
  const link = linked === null || ts === null ? null : { channel: linked, ts };
  return { channel, language: said, offer, checklist, draft, link };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
