import type { HeldOut, Sentence } from '../../../src/language/held-out.ts';
import type { Intent } from '../../../src/language/reading.ts';

/** An example of which nothing is masked. */
export function exampleOf(intent: Intent, typed: string): Sentence {
  return { intent, typed, text: typed, marks: [] };
}

/** How an example was read: as what, and with which lead. */
export function heldOut(
  intent: Intent,
  typed: string,
  lead: number,
  readAs: Intent = intent,
): HeldOut {
  return {
    sentence: exampleOf(intent, typed),
    best: readAs,
    margin: lead,
    readAs,
    lead,
    topics: [],
  };
}
