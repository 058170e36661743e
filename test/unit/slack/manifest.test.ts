import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { LISTENERS } from '../../../src/slack/listeners/index.ts';
import { LOOKUP_SCOPES } from '../../../src/slack/lookups.ts';

// The parts of Slack's manifest that we use, with its limits; an unknown field is a mistake.
const name = z.string().min(1).max(50);
const names = z
  .array(name)
  .refine((all) => new Set(all).size === all.length, 'something is named twice');
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.int(), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9-_.]+$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .min(2)
            .max(32)
            .regex(/^\/[a-z-]+$/),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().min(1).max(1_000),
          should_escape: z.literal(false),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.literal('message'),
          callback_id: z.string().regex(/^[a-z_]{1,255}$/),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: names.max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: names.max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const text = readFileSync(new URL('../../../slack-manifest.json', import.meta.url), 'utf8');
const manifest = manifestSchema.parse(JSON.parse(text));
const needs = LISTENERS.map((listener) => listener.needs);

// What Slack asks for before it sends an event.
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
};

it('subscribes to exactly the events that are listened to', () => {
  const heard = new Set(needs.flatMap(({ events = [] }) => events));
  expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...heard].sort());
});

it('has exactly the commands that are listened to', () => {
  const heard = needs.flatMap(({ command }) => (command === undefined ? [] : [command]));
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(heard);
});

it('has exactly the shortcuts that are listened to', () => {
  const heard = needs.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]));
  expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual(heard);
});

it('lets buttons be pressed when something listens to them', () => {
  const isHeard = needs.some(({ buttons }) => buttons === true);
  expect(manifest.settings.interactivity.is_enabled).toBe(isHeard);
});

it('asks for no more than the events, the command, the posts, the listeners and the look-ups need', () => {
  const { bot_events: events } = manifest.settings.event_subscriptions;
  const needed = new Set([
    'chat:write',
    'commands',
    ...LOOKUP_SCOPES,
    ...events.flatMap((event) => SCOPES[event] ?? ['?']),
    ...needs.flatMap(({ scopes = [] }) => scopes),
  ]);
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
});

it('holds no secret and no address', () => {
  expect(text).not.toMatch(/xox|xapp|https?:|secret/i);
});
