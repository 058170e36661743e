import type { CaseHint } from '../answers/answer.ts';
import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Checklist } from '../checklists/checklist.ts';
import type { Outcome } from '../complaints/case.ts';
import type { CaseDeed } from '../complaints/command.ts';
import type { CaseView } from '../complaints/view.ts';
import type { Refusal } from '../complaints/world.ts';
import type { Lanes } from '../dialogs/lanes.ts';

/** A case, and all that is shown of it. */
export type CaseNow = CaseView;

/** What became of a deed. `again`: it had been done before, and was not done twice. */
export type Done =
  | {
      readonly ok: true;
      readonly now: CaseNow;
      readonly again: boolean;
      /** Something was masked that should be deleted where it was typed. */
      readonly askToDelete: boolean;
    }
  | Refusal;

/** Which checklist a complaint's words suggest, and which of them do. */
export type Suggestion = {
  readonly checklist: string;
  readonly words: readonly string[];
};

export type CaseFilter = 'mine' | 'late' | 'all';

/** A case in a list. */
export type CaseLine = {
  readonly id: string;
  readonly title: Bilingual;
  readonly outlet: string | null;
  readonly owner: string;
  readonly done: number;
  readonly all: number;
  /** The nearer day. */
  readonly dueOn: Day;
  readonly isPaused: boolean;
  readonly daysLeft: number;
  /** Its card; null where it was never shown in Slack. */
  readonly card: { readonly channel: string; readonly ts: string } | null;
};

export type CaseLines = { readonly lines: readonly CaseLine[]; readonly hasMore: boolean };

export type By = { readonly user: string; readonly key: string };

/** The papers of a case. */
export type CaseFiles = {
  readonly markdown: { readonly name: string; readonly text: string };
  readonly pdf: { readonly name: string; readonly bytes: Uint8Array };
};

/** What Slack users do about complaint cases. Everything goes through the one guard of `complaint-desk.ts`. */
export type ComplaintDoor = {
  /** Each in its newest version. */
  readonly checklists: () => readonly Checklist[];
  readonly outcomes: () => readonly Outcome[];
  readonly outlets: () => readonly { readonly id: string; readonly name: Bilingual }[];
  readonly suggest: (words: string) => Suggestion;
  /** What should have come, for a credit that was looked up. */
  readonly expected: (
    missed: NonNullable<CaseHint['missed']>,
    language: Language,
  ) => { readonly words: string; readonly offer: string | null };
  readonly find: (id: string) => Promise<CaseNow | null>;
  /** The case that is walked in a thread. */
  readonly at: (channel: string, thread: string) => Promise<CaseNow | null>;
  readonly open: (opening: Omit<CaseDeed & { do: 'open' }, 'do'>, by: By) => Promise<Done>;
  readonly act: (id: string, deed: Exclude<CaseDeed, { do: 'open' }>, by: By) => Promise<Done>;
  /** Open cases that somebody may see, the nearer day first. */
  readonly list: (user: string, filter: CaseFilter, outlet: string | null) => Promise<CaseLines>;
  /** Null where this person may see it; else what to tell him. A refusal is written down. */
  readonly refusal: (user: string, id: string, what: string) => Promise<Bilingual | null>;
  /** What the newest version of the checklist changes for this case, a line each. */
  readonly difference: (now: CaseNow) => readonly Bilingual[];
  /** The papers for somebody, who is written down. Null where none can be made. */
  readonly report: ((id: string, language: Language, user: string) => Promise<CaseFiles>) | null;
  /** Who could be put in charge of it. */
  readonly people: (now: CaseNow) => Promise<readonly string[]>;
  /** Whom to call for help: the managers of the outlet and the complaint officers. */
  readonly callable: (now: CaseNow) => Promise<readonly string[]>;
  /** The message in which a step is asked, so that it can lose its buttons; what is forgotten does no harm. */
  readonly asked: {
    readonly recall: (id: string) => Promise<AskedMessage | null>;
    readonly note: (id: string, message: AskedMessage | null) => Promise<void>;
  };
  /** The words that a form was filled in with; masked, and kept for a while. */
  readonly drafts: {
    readonly keep: (words: string) => Promise<string>;
    readonly recall: (draft: string) => Promise<string | null>;
  };
  /** One thing at a time for a case. */
  readonly inOrder: Lanes;
  readonly languageOf: (user: string) => Promise<Language | null>;
  readonly hallOf: (user: string) => {
    readonly outlet: string | null;
    readonly hall: string | null;
  };
};

export type AskedMessage = {
  readonly asking: string;
  readonly channel: string;
  readonly ts: string;
};
