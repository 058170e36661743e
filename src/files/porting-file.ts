import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { PORT_OFFER_BAN, type PortingBan, type PortingRules } from '../policy/porting.ts';
import type { FolderReader } from './folder.ts';
import type { PlacedSet } from './policy-files.ts';
import { both, day, id, text } from './policy-schemas.ts';

const FILE = 'porting/rules.yaml';

/** What a phone shows of one ban in a line or two. */
const LONGEST = { zh: 40, en: 80 } as const;

const short = (language: keyof Bilingual): z.ZodType<string> =>
  text.max(
    LONGEST[language],
    `longer than ${LONGEST[language]} characters: shorten it for a phone, and put the whole into inFull`,
  );

const portingSchema: z.ZodType<PortingRules> = z
  .strictObject({
    document: both,
    clause: both,
    inForceFrom: day,
    bans: z
      .array(
        z.strictObject({
          id,
          clause: both,
          zh: short('zh'),
          en: short('en'),
          inFull: both.optional(),
        }),
      )
      .min(1),
    check: z.strictObject({ document: both, clause: both, zh: text, en: text }),
    conditions: both,
  })
  .transform(({ document, clause, bans, check, ...rules }) => ({
    ...rules,
    source: { document, clause },
    bans: bans.map(({ id: name, clause: of, zh, en, inFull }) => ({
      id: name,
      text: { zh, en },
      inFull: inFull ?? null,
      source: { document, clause: of },
    })),
    check: {
      text: { zh: check.zh, en: check.en },
      source: { document: check.document, clause: check.clause },
    },
  }));

/** The porting rules of the data, or null where they cannot be read. */
export function loadPorting(folder: FolderReader): PortingRules | null {
  const located = folder.read(FILE, portingSchema);
  if (located === null) return null;
  const ids = located.value.bans.map((ban) => ban.id);
  ids.forEach((one, index) => {
    if (ids.indexOf(one) !== index)
      folder.report(located.problemAt(['bans', index], `"${one}" stands twice`));
  });
  if (!ids.includes(PORT_OFFER_BAN)) {
    const message = `the ban "${PORT_OFFER_BAN}" is missing: offers for port users are judged by it`;
    folder.report(located.problemAt(['bans'], message));
  }
  return located.value;
}

/** Reports every offer made for port users alone in a policy set that answers on a day on which the rules are in force. */
export function reportPortOffers(
  folder: FolderReader,
  placed: readonly PlacedSet[],
  { inForceFrom, bans }: PortingRules,
): void {
  const ban = bans.find(({ id: one }) => one === PORT_OFFER_BAN);
  for (const { set, head } of placed) {
    if (set.days.to < inForceFrom) continue;
    set.offers.forEach((offer, index) => {
      if (offer.onlyFor === null) return;
      folder.report(
        head.problemAt(
          ['offers', index, 'onlyFor'],
          `"${offer.id}" is only for port users: banned from ${inForceFrom} on${reasonOf(ban)}`,
        ),
      );
    });
  }
}

/** Where the ban stands, and what it says. Where the rules have lost it, that is a fault of theirs. */
function reasonOf(ban: PortingBan | undefined): string {
  if (ban === undefined) return '';
  const { text: words, source } = ban;
  return ` (${source.document.en}, ${source.clause.en}: ${words.en})`;
}
