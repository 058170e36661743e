import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Language } from '../bilingual.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import { Problem } from '../problem.ts';

export type Arguments = {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | null;
  readonly day: (name: string) => Day | null;
};

/** The arguments of a verb. Throws a Problem `usage` for an unknown flag, a missing value or a day that is none. */
export function readArguments(args: readonly string[], options: ParseArgsOptionsConfig): Arguments {
  const { values, positionals } = parsed(args, options);
  const value = (name: string): string | null => {
    const given = values[name];
    return typeof given === 'string' ? given : null;
  };
  return {
    positionals,
    flag: (name) => values[name] === true,
    value,
    day: (name) => {
      const text = value(name);
      if (text === null) return null;
      const day = parseDay(text);
      if (day === undefined)
        throw new Problem('usage', `--${name} ${text}: write the day as 2015-02-10`);
      return day;
    },
  };
}

/** The language of what is said or drawn; Chinese where none is named. */
export function languageIn(given: Arguments): Language {
  const text = given.value('language') ?? 'zh';
  if (text !== 'zh' && text !== 'en')
    throw new Problem('usage', `--language ${text}: there are zh and en`);
  return text;
}

function parsed(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Problem('usage', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
