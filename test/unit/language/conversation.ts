import type { Desk } from '../../../src/desk.ts';
import type { Context } from '../../../src/language/reading.ts';
import { TODAY } from '../../world.ts';

type Asked = ReturnType<Desk['ask']>;

/** What comes of each message of one conversation. */
export function askedInTurn(desk: Desk, texts: readonly string[]): readonly Asked[] {
  let context: Context | null = null;
  return texts.map((text) => {
    const asked: Asked = desk.ask({ text, today: TODAY, context });
    context = asked.context;
    return asked;
  });
}

/** What comes of the last message of a conversation, of which there must be one. */
export function askedLast(desk: Desk, texts: readonly string[]): Asked {
  const last = askedInTurn(desk, texts).at(-1);
  if (last === undefined) throw new RangeError('a conversation has a message');
  return last;
}
