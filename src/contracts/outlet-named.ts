import type { Bilingual } from '../bilingual.ts';

export type NamedOutlet = { readonly id: string; readonly name: Bilingual };

/** Finds outlet types, and remembers what it found: a file has six of them, and a million rows. */
export function outletFinder(
  outlets: readonly NamedOutlet[],
): (text: string) => readonly NamedOutlet[] {
  const found = new Map<string, readonly NamedOutlet[]>();
  return (text) => {
    const before = found.get(text);
    if (before !== undefined) return before;
    const named = outletsNamed(text, outlets);
    if (found.size < REMEMBERED) found.set(text, named);
    return named;
  };
}

const REMEMBERED = 1_000;

/**
 * The outlet types that a text can mean: its id, its name, or a part of its Chinese name of two characters and more. A
 * part may stand in two names (合作厅): then both come back, and nobody guesses.
 */
export function outletsNamed(
  text: string,
  outlets: readonly NamedOutlet[],
): readonly NamedOutlet[] {
  const wanted = folded(text);
  const whole = outlets.filter(
    ({ id, name }) =>
      folded(id) === wanted || folded(name.zh) === wanted || folded(name.en) === wanted,
  );
  if (whole.length > 0 || wanted.length < 2) return whole;
  return outlets.filter(({ name }) => folded(name.zh).includes(wanted));
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');
}
