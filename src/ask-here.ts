import type { Asked, Desk, Question } from './desk.ts';
import { withOutletFor } from './language/here.ts';
import type { Place } from './people/role.ts';

/** What depends on the outlet; in other questions "here" says nothing that would change the answer. */
const OF_AN_OUTLET: readonly string[] = ['promo.eligibility', 'renewal.list'];

/**
 * Answers a question of somebody who works at `here`: "here" and "our hall" are his outlet. `askedAs` is the question as it was read
 * then. Where he names an outlet himself, or the question is not about one, it is read as it stands.
 */
export function askHere(
  { ask, nameOf }: Pick<Desk, 'ask' | 'nameOf'>,
  question: Question,
  here: Place | null,
): Asked & { readonly askedAs?: string } {
  const plain = ask(question);
  const outlet = here?.outlet ?? null;
  const name = outlet === null ? null : nameOf(outlet);
  const text = name === null ? null : withOutletFor(question.text, name);
  if (text === null || (question.context === null && !mayMeanAnOutlet(plain))) return plain;
  // What the conversation was about before is another outlet perhaps: "and here?" goes before it.
  const alone = ask({ ...question, context: null });
  if (alone.reading.entities.outlets.length > 0) return plain;
  const meant = ask({ ...question, text });
  const { outlets } = meant.reading.entities;
  const isHere = outlets.length === 1 && outlets[0] === outlet;
  return isHere && OF_AN_OUTLET.includes(meant.answer.intent) ? { ...meant, askedAs: text } : plain;
}

/** A question that stands alone is about an outlet, asks back for one, or is not understood without one. */
function mayMeanAnOutlet({ answer }: Asked): boolean {
  return (
    OF_AN_OUTLET.includes(answer.intent) ||
    answer.intent === 'out_of_scope' ||
    (answer.intent === 'clarify' && answer.facts.missing === 'outlet')
  );
}
