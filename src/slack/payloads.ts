import { z } from 'zod';

/** What is read of Slack's payloads. They carry far more, and unknown fields are let through unread. */
export const identitySchema = z.object({
  user_id: z.string(),
  bot_id: z.string().default(''),
  team_id: z.string(),
});

/** A file in a message. One that was deleted or lies elsewhere has no address. */
export const fileSchema = z.object({
  id: z.string().default(''),
  name: z.string().default(''),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
});
export type SharedFile = z.infer<typeof fileSchema>;

export const messageSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(fileSchema).default([]),
  /** Slack adds it now and then. */
  user_profile: z
    .object({ display_name: z.string().default(''), real_name: z.string().default('') })
    .optional(),
});
export type SlackMessage = z.infer<typeof messageSchema>;

export const homeOpenedSchema = z.object({
  type: z.literal('app_home_opened'),
  user: z.string(),
  channel: z.string(),
  tab: z.string(),
});

/** A press on a button of the bot's own page: it has neither a channel nor an address for answers. */
export const homePressSchema = z
  .object({ type: z.literal('block_actions'), user: z.object({ id: z.string() }) })
  .and(
    z.union([
      z.object({ view: z.object({ type: z.literal('home') }) }),
      // The practice workspace says it so: a press on no message, in no channel.
      z.object({ channel: z.object({ id: z.literal('') }) }),
    ]),
  );

export const commandSchema = z.object({
  text: z.string().default(''),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string().default(''),
});

const shownSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  blocks: z
    .array(z.looseObject({ type: z.string(), block_id: z.string().exactOptional() }))
    .default([]),
});

const personSchema = z.object({ id: z.string(), name: z.string().default('') });

export const pressSchema = z.object({
  response_url: z.string(),
  trigger_id: z.string().default(''),
  user: personSchema,
  channel: z.object({ id: z.string() }),
  container: z.object({ thread_ts: z.string().optional() }),
  message: shownSchema.optional(),
  actions: z.tuple(
    [z.object({ value: z.string(), text: z.object({ text: z.string() }).optional() })],
    z.unknown(),
  ),
});
export type Press = z.infer<typeof pressSchema>;

/** The thread that a button was pressed in, or null at the top of a channel. */
export function threadOf({ message, container }: Press): string | null {
  return message?.thread_ts ?? container.thread_ts ?? null;
}

/** A modal that somebody sends off: one text, and what it was opened for. */
export const reasonSchema = z.object({
  user: personSchema,
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        reason: z.object({ reason: z.object({ value: z.string().nullish() }) }),
      }),
    }),
  }),
});
export type ReasonGiven = z.infer<typeof reasonSchema>;

const eventSchema = z.looseObject({
  type: z.string(),
  channel: z.unknown().optional(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: z.string().optional(),
  text: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
});
export type SlackEvent = z.infer<typeof eventSchema>;

/** An event as the Events API sends it. */
export const envelopeSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event_time: z.number().optional(),
  team_id: z.string(),
  event: eventSchema,
});
export type Envelope = z.infer<typeof envelopeSchema>;
