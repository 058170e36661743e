import { withoutNames } from '../personal-data.ts';
import { screened } from '../screened.ts';

/**
 * What somebody typed, without what tells who the customer is. It was looked at when it was kept; a file that leaves the
 * branch is looked at once more, and names beside a title go as well. Numbers of forms, tickets and recordings stay:
 * without them the evidence could not be found.
 */
export function masked(text: string, { isNumberField = false } = {}): string {
  return withoutNames(screened(text, { isNumberField }).masked);
}
