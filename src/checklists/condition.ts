/** What must hold of the facts for a step to apply. */
export type Condition =
  | { readonly fact: string; readonly is: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/**
 * A fact as far as it is known: the choice that was answered, `open` where its question still stands, `none` where it
 * is not asked (its step does not apply, or was passed over).
 */
export type Fact = { readonly choice: string } | 'open' | 'none';

/** `open`: not to be said before more is answered. */
export type Verdict = 'holds' | 'fails' | 'open';

/** Whether a condition holds. What is not asked makes no step apply; what is still open decides nothing. */
export function verdictOf(condition: Condition, factOf: (id: string) => Fact): Verdict {
  if ('fact' in condition) {
    const fact = factOf(condition.fact);
    if (fact === 'open') return 'open';
    return fact !== 'none' && fact.choice === condition.is ? 'holds' : 'fails';
  }
  const [parts, decisive, otherwise] =
    'all' in condition
      ? ([condition.all, 'fails', 'holds'] as const)
      : ([condition.any, 'holds', 'fails'] as const);
  const verdicts = parts.map((part) => verdictOf(part, factOf));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes('open') ? 'open' : otherwise;
}

/** Every fact that a condition speaks of, with the choice that it names. */
export function namedIn(condition: Condition): readonly { fact: string; is: string }[] {
  if ('fact' in condition) return [condition];
  return ('all' in condition ? condition.all : condition.any).flatMap(namedIn);
}
