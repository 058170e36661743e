import { z } from 'zod';
import { dayAt, isTimeZone } from './calendar/clock.ts';
import { type Day, parseDay } from './calendar/day.ts';
import { Problem } from './problem.ts';

const day: z.ZodType<Day | null> = z.string().transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: `"${value}" is no day: write it as 2015-02-10` });
  return z.NEVER;
});
const token = (start: string, what: string): z.ZodType<string | null> =>
  z
    .string()
    .regex(new RegExp(`^${start}-[A-Za-z0-9-]{10,}$`), `is no ${what}: it starts with ${start}-`)
    .nullable()
    .default(null);

/** Slack users and user groups, with commas or spaces between. */
const people = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((id) => id !== ''))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^[UWS][A-Z0-9]{2,}$/,
          'is no Slack user id such as U012AB3CD, and no user group such as S012AB3CD',
        ),
    ),
  )
  .nullable()
  .default(null);

/** Every variable of the environment that the program knows; `.env.example` lists the same ones. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: token('xoxb', 'bot token'),
  SLACK_APP_TOKEN: token('xapp', 'app-level token'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'is too short for a signing secret')
    .nullable()
    .default(null),
  SLACK_API_URL: z.url('is no address').nullable().default(null),
  DATABASE_URL: z
    .string()
    .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'is neither sqlite:PATH nor postgres://…')
    .nullable()
    .default(null),
  DESK_DATA: z.string().default('data'),
  DESK_INTENTS: z.string().default('intents'),
  DESK_TIMEZONE: z
    .string()
    .refine(isTimeZone, 'is no time zone such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  DESK_REVIEW: z.enum(['on', 'off'], 'is neither on nor off').nullable().default(null),
  DESK_MANAGERS: people,
  DESK_POLICY_OWNERS: people,
  DESK_COMPLAINT_OFFICERS: people,
  DESK_ADMINISTRATORS: people,
  DESK_TODAY: day.nullable().default(null),
  PORT: z.coerce.number().int().min(0).max(65_535).nullable().default(null),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .nullable()
    .default(null),
} as const;

/** How the bot meets Slack. `practice` needs no account: it opens a workspace of its own. */
export type SlackSettings =
  | { readonly mode: 'practice' }
  | {
      readonly mode: 'socket';
      readonly botToken: string;
      readonly appToken: string;
      readonly apiUrl: string | null;
    }
  | {
      readonly mode: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly apiUrl: string | null;
    };

export type SlackPosting = { readonly botToken: string; readonly apiUrl: string | null };

/** Where the desk keeps what it must remember when nobody says where. */
export const DEFAULT_DATABASE = 'sqlite:var/desk.sqlite';

export type Config = {
  /** Null where none is named: then `DEFAULT_DATABASE`, or memory alone while practising. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly intentsFolder: string;
  /** Where files are kept that can be made anew at any time. */
  readonly keepFolder: string;
  readonly timeZone: string;
  /** The day to believe in, instead of today. */
  readonly todayOverride: Day | null;
  /** Whether questions may be kept for review: the owner's consent. Null where nobody said. */
  readonly mayReview: boolean | null;
  /** Slack users and user groups who have a role everywhere, beside those of `data/people.yaml`. Null where nobody said. */
  readonly managers: readonly string[] | null;
  readonly policyOwners: readonly string[] | null;
  readonly complaintOfficers: readonly string[] | null;
  readonly administrators: readonly string[] | null;
  readonly port: number | null;
  readonly logLevel: z.infer<(typeof VARIABLES)['LOG_LEVEL']>;
  readonly slack: () => SlackSettings;
  /** What it takes to post, without hearing anything; null where there is no token. */
  readonly posting: SlackPosting | null;
};

/**
 * The configuration of an environment. An empty variable counts as absent. Throws a Problem `config` that names every
 * variable at fault and never repeats a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(VARIABLES).flatMap((name) => {
      const value = env[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const result = z.object(VARIABLES).safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Problem('config', faults.join('; '));
  }
  const values = result.data;
  return {
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.DESK_DATA,
    intentsFolder: values.DESK_INTENTS,
    keepFolder: 'var/kept',
    timeZone: values.DESK_TIMEZONE,
    todayOverride: values.DESK_TODAY,
    mayReview: values.DESK_REVIEW === null ? null : values.DESK_REVIEW === 'on',
    managers: values.DESK_MANAGERS,
    policyOwners: values.DESK_POLICY_OWNERS,
    complaintOfficers: values.DESK_COMPLAINT_OFFICERS,
    administrators: values.DESK_ADMINISTRATORS,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    slack: () => slackSettings(values),
    posting:
      values.SLACK_BOT_TOKEN === null
        ? null
        : { botToken: values.SLACK_BOT_TOKEN, apiUrl: values.SLACK_API_URL },
  };
}

type Values = z.infer<z.ZodObject<typeof VARIABLES>>;

function slackSettings(values: Values): SlackSettings {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    PORT: port,
  } = values;
  const signingSecret = values.SLACK_SIGNING_SECRET;
  if (botToken === null) {
    if (appToken === null && signingSecret === null) return { mode: 'practice' };
    throw new Problem(
      'config',
      'SLACK_BOT_TOKEN is missing: the other Slack variables are set (or unset them all to practise)',
    );
  }
  if (appToken !== null) return { mode: 'socket', botToken, appToken, apiUrl };
  if (signingSecret !== null && port !== null)
    return { mode: 'http', botToken, signingSecret, port, apiUrl };
  throw new Problem(
    'config',
    'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET with PORT (HTTP)',
  );
}

/** The day that the program believes in: the one given, else `DESK_TODAY`, else today in the branch's zone. */
export function dayBelievedIn(config: Config, given: Day | null, moment: number): Day {
  return given ?? config.todayOverride ?? dayAt(moment, config.timeZone);
}
