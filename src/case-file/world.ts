import type { Language } from '../bilingual.ts';
import type { Case, CaseEvent } from '../complaints/case.ts';
import type { CaseWorld } from '../complaints/world.ts';

/** What a case file is made of, besides the case. */
export type FileWorld = CaseWorld & {
  readonly language: Language;
  readonly timeZone: string;
  readonly nameOf: {
    readonly outlet: (id: string) => string;
    readonly offer: (id: string) => string;
    readonly rule: (id: string) => string;
    /** A colleague, by the id under which he acted. */
    readonly person: (who: string) => string;
  };
};

export type CaseWithHistory = { readonly found: Case; readonly history: readonly CaseEvent[] };
