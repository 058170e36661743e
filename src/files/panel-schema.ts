import { z } from 'zod';
import type { Panel, PanelPart, Statement } from '../policy/panel.ts';
import { both, clause, day, id, text } from './policy-schemas.ts';

/** As many characters as five parts of one text message hold, fewer in Chinese than in Latin letters. */
const LONGEST = { zh: 300, en: 600 } as const;

const statement = z
  .strictObject({
    zh: text,
    en: text,
    clause: clause.optional(),
    /** Where the clause stands in another document than the rest of the file. */
    document: both.optional(),
    assumed: both.optional(),
    inForceFrom: day.optional(),
  })
  .refine((row) => (row.clause === undefined) !== (row.assumed === undefined), {
    error: 'name the clause in which it stands, or say assumed: with the reason; not both',
  })
  .refine((row) => row.document === undefined || row.assumed === undefined, {
    error: 'what is assumed stands in no document',
  });

const sendable = (language: keyof typeof LONGEST) =>
  text.max(
    LONGEST[language],
    `longer than ${LONGEST[language]} characters: it would not fit five text messages`,
  );

const part = {
  conditions: z.array(statement).default([]),
  mustSay: z.array(statement).default([]),
  neverSay: z.array(statement).default([]),
  customerText: z.strictObject({ zh: sendable('zh'), en: sendable('en').optional() }).optional(),
};

const panelFile = z.strictObject({
  document: both,
  campaign: z.strictObject(part),
  offers: z.array(z.strictObject({ offer: id, ...part })).default([]),
});

type File = z.infer<typeof panelFile>;

export const panelSchema: z.ZodType<Panel> = panelFile.transform(
  ({ document, campaign, offers }) => ({
    campaign: partOf(campaign, document),
    offers: offers.map(({ offer, ...rest }) => ({ offer, ...partOf(rest, document) })),
  }),
);

function partOf(row: File['campaign'], document: File['document']): PanelPart {
  const statements = (rows: File['campaign']['mustSay']): readonly Statement[] =>
    rows.map(({ zh, en, clause: of, document: other, assumed, inForceFrom }) => ({
      text: { zh, en },
      basis:
        of === undefined
          ? { reason: assumed ?? { zh, en } }
          : { document: other ?? document, clause: of },
      inForceFrom: inForceFrom ?? null,
    }));
  return {
    conditions: statements(row.conditions),
    mustSay: statements(row.mustSay),
    neverSay: statements(row.neverSay),
    customerText:
      row.customerText === undefined
        ? null
        : { zh: row.customerText.zh, en: row.customerText.en ?? null },
  };
}
