import type { Level } from '../policy/policy.ts';

/** What the trade calls the levels. Whoever asks which ones are optional wants those alone. */
const WORDS: Readonly<Record<Level, RegExp>> = {
  secondary:
    /非主推|不主推|别主推|不能主推|不要主推|不是主推|不算主推|(?<![a-z])(?:secondary|(?:not|n't|never) (?:to )?(?:be )?(?:lead|led))(?![a-z])/g,
  optional: /可选|(?<![a-z])optional(?:ly)?(?![a-z])/g,
  main: /主推|主打|重点推|(?<![a-z])(?:main|lead|leads|leading|led|featured|(?<!be )pushed)(?![a-z])/g,
};
/** Longer phrases first: 主推 stands inside 非主推. */
const ORDER = ['secondary', 'optional', 'main'] as const satisfies readonly Level[];
const ASKS_WHICH =
  /哪|什么|啥|几[个项样种款]|谁|只在|(?<![a-z])(?:what|what's|which|where|where's|wat|anything)(?![a-z])/;

/** The one level that a question wants the offers or outlets of, or null: then all are meant. */
export function levelAsked(plain: string): Level | null {
  if (!ASKS_WHICH.test(plain)) return null;
  const [level, ...others] = levelsIn(plain);
  return others.length === 0 ? (level ?? null) : null;
}

/** The text without words for levels. */
export function withoutLevels(text: string): string {
  return ORDER.reduce((rest, level) => rest.replace(WORDS[level], ' '), text);
}

/** Every level that the words name. */
export function levelsIn(plain: string): readonly Level[] {
  let rest = plain;
  return ORDER.filter((level) => {
    const without = rest.replace(WORDS[level], ' ');
    const isNamed = without !== rest;
    rest = without;
    return isNamed;
  });
}
