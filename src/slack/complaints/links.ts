import type { CaseLine } from '../complaint-ports.ts';
import type { Posting } from '../posting.ts';

/** The addresses of the cards of a list, each asked for once; a card without one is named by its id alone. */
export async function linksTo(
  lines: readonly CaseLine[],
  { linkTo }: Pick<Posting, 'linkTo'>,
): Promise<(message: { readonly channel: string; readonly ts: string }) => string | null> {
  const links = new Map<string, string | null>();
  await Promise.all(
    lines.map(async ({ card }) => {
      if (card === null) return;
      const { channel, ts } = card;
      links.set(`${channel} ${ts}`, await linkTo(channel, ts).catch(() => null));
    }),
  );
  return ({ channel, ts }) => links.get(`${channel} ${ts}`) ?? null;
}
