import {
  SlackError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { ResponseLost } from './respond.ts';

/**
 * What became of a call that failed. `not-sent`: Slack has certainly not done it, and it may be tried again.
 * `refused`: Slack said no, and would say it again. `unknown`: it may well have been done (fault K2).
 */
export type Outcome = 'not-sent' | 'refused' | 'unknown';

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) return 'not-sent';
  if (error instanceof WebAPIRequestError) {
    return NEVER_CONNECTED.has(codeOf(error.original)) ? 'not-sent' : 'unknown';
  }
  if (error instanceof WebAPIPlatformError) {
    return SLACK_IN_TROUBLE.has(error.data.error) ? 'unknown' : 'refused';
  }
  if (error instanceof ResponseLost) {
    return error.status !== null && error.status < 500 ? 'refused' : 'unknown';
  }
  return 'unknown';
}

/** Whether it was a call to Slack that failed, and not one of our own functions. */
export function isOfSlack(error: unknown): boolean {
  return error instanceof SlackError || error instanceof ResponseLost;
}

/** A short name of what went wrong, without the request or its words. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  // fetch says "fetch failed"; what failed is in its cause, below what Slack's client puts around it.
  const beneath = errorBeneath(error);
  if (beneath !== null) return codeOf(beneath);
  if (!(error instanceof Error)) return 'not_an_error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function errorBeneath(error: unknown): Error | null {
  if (error instanceof WebAPIRequestError) return error.original;
  return error instanceof Error && error.cause instanceof Error ? error.cause : null;
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const SLACK_IN_TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
