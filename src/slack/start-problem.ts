import { WebAPIPlatformError } from '@slack/web-api';
import { Problem } from '../problem.ts';
import { codeOf } from './outcome.ts';
import type { Mode } from './receivers.ts';

/** What to say when Slack does not know the bot's token, or cannot be asked. */
export function tokenProblem(error: unknown, apiUrl: string | undefined): Problem {
  const code = codeOf(error);
  const message =
    error instanceof WebAPIPlatformError
      ? `Slack refused the bot token (${code}): check SLACK_BOT_TOKEN`
      : `Slack could not be reached at ${apiUrl ?? 'https://slack.com/api/'} (${code})`;
  return new Problem('slack', message, { cause: error });
}

/** What to say when the bot may speak to Slack but Slack cannot speak to the bot. */
export function entranceProblem(error: unknown, mode: Mode): Problem {
  const code = codeOf(error);
  const message =
    mode.kind === 'socket'
      ? `Slack refused the connection (${code}): check SLACK_APP_TOKEN, which needs the scope connections:write, and that Socket Mode is on`
      : `The bot cannot listen on port ${mode.port} (${code})`;
  return new Problem('slack', message, { cause: error });
}
