import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { ChecklistRef, StepRole } from '../checklists/checklist.ts';
import type { Actor, Given, SlackFile, SlackPlace, Told } from './case.ts';

/** What somebody wants done to a case. */
export type CaseDeed =
  | {
      readonly do: 'open';
      readonly checklist: string;
      readonly words: string;
      readonly language: Language;
      readonly outlet: string | null;
      readonly hall: string | null;
      readonly contract: string | null;
      readonly offer: string | null;
      readonly rule: string | null;
      readonly receivedOn: Day;
      /** Who is in charge; who opens it where it is null. */
      readonly owner: string | null;
    }
  | {
      readonly do: 'answer';
      readonly step: string;
      readonly given: Given;
      /** The checklist that the person saw; null where he saw none (command line). */
      readonly saw: ChecklistRef | null;
      /** Whether an answer that stands is to be replaced. Without it a second answer is refused. */
      readonly corrects: boolean;
    }
  /** Takes the answer of a step back, so that it is asked again. */
  | { readonly do: 'back'; readonly step: string }
  | { readonly do: 'need-help'; readonly step: string; readonly note: string | null }
  | { readonly do: 'assign'; readonly to: string; readonly reason: string }
  | { readonly do: 'take-over'; readonly reason: string }
  | {
      readonly do: 'escalate';
      readonly to: Exclude<StepRole, 'hall-staff'>;
      readonly person: string | null;
      readonly reason: string;
    }
  | { readonly do: 'pause'; readonly reason: string }
  | { readonly do: 'resume' }
  /** To another version of the same checklist; the newest where it is null. */
  | { readonly do: 'move'; readonly version: number | null }
  | { readonly do: 'change-checklist'; readonly checklist: string; readonly reason: string }
  | ({ readonly do: 'tell' } & Told)
  | {
      readonly do: 'close';
      readonly outcome: string | null;
      readonly note: string | null;
      /** What he was told, where it is said together with the closing. */
      readonly told: Told | null;
    }
  | { readonly do: 'reopen'; readonly reason: string }
  | { readonly do: 'link-file'; readonly file: SlackFile; readonly step: string | null }
  | { readonly do: 'note'; readonly text: string }
  | ({ readonly do: 'place' } & SlackPlace);

/** `key` is the same for a double click or a repeated event: it then changes nothing twice. */
export type CaseCommand = CaseDeed & { readonly key: string; readonly by: Actor };
