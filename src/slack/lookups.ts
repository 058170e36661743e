import { type WebAPIPlatformError, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Language } from '../bilingual.ts';
import type { Log } from '../log.ts';
import type { Account, Lookups } from '../people/open-directory.ts';
import { identitySchema } from './payloads.ts';
import { quietLogger } from './quiet-logger.ts';

/** The rights that it takes to know who somebody is, and who is in a user group. */
export const LOOKUP_SCOPES = ['users:read', 'usergroups:read'] as const;

/** Somebody waits for an answer meanwhile. */
const LOOKUP_TIMEOUT_MS = 3_000;

const accountSchema = z.object({
  user: z.object({
    team_id: z.string().optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    locale: z.string().default(''),
  }),
});
const membersSchema = z.object({ users: z.array(z.string()) });

export type LookupPorts = {
  readonly botToken: string;
  /** Another server that speaks Slack's Web API. */
  readonly apiUrl: string | null;
  readonly log: Log;
};

/** Asks Slack about accounts and user groups. Rejects where Slack does not answer within three seconds, or says no. */
export function openLookups({ botToken, apiUrl, log }: LookupPorts): Lookups {
  const client = new WebClient(botToken, {
    logger: quietLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: LOOKUP_TIMEOUT_MS,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  });
  let ours: string | null = null;
  const ourTeam = async (): Promise<string> => {
    ours ??= identitySchema.parse(await client.auth.test()).team_id;
    return ours;
  };
  return {
    accountOf: async (user) => {
      const team = await ourTeam();
      try {
        const found = await client.users.info({ user, include_locale: true });
        return accountIn(accountSchema.parse(found).user, team);
      } catch (error) {
        // Slack knows the workspace's people: whom it does not know or does not show is nobody of it.
        if (isAnswer(error, ['user_not_found', 'user_not_visible'])) return OUTSIDE;
        throw error;
      }
    },
    membersOf: async (group) =>
      membersSchema.parse(await client.usergroups.users.list({ usergroup: group })).users,
  };
}

const OUTSIDE: Account = { standing: 'outside', language: null };

function accountIn(user: z.infer<typeof accountSchema>['user'], team: string): Account {
  // In an Enterprise organisation somebody's home may be another workspace of it.
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])];
  const isOurs = user.team_id === undefined || teams.includes(team);
  const isGuest = user.is_restricted || user.is_ultra_restricted;
  if (!isOurs || user.is_stranger || isGuest || user.is_bot || user.deleted) return OUTSIDE;
  return { standing: 'inside', language: languageIn(user.locale) };
}

/** `zh-CN` and `zh-TW` read Chinese, `en-US` and `en-GB` English; for the rest both are shown. */
function languageIn(locale: string): Language | null {
  if (/^zh\b/i.test(locale)) return 'zh';
  return /^en\b/i.test(locale) ? 'en' : null;
}

function isAnswer(error: unknown, codes: readonly string[]): error is WebAPIPlatformError {
  if (!(error instanceof Error) || !('data' in error)) return false;
  const { data } = error;
  return (
    typeof data === 'object' &&
    data !== null &&
    'error' in data &&
    codes.includes(String(data.error))
  );
}
