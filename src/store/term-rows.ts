import type { Insertable, Selectable } from 'kysely';
import { OUTCOMES, type Term, type TermKey } from '../reminders/term.ts';
import { storedDay } from './days.ts';
import type { TermTable } from './schema.ts';
import { storableText } from './text.ts';

export function termOf(row: Selectable<TermTable>): Term {
  const outcome = OUTCOMES.find((one) => one === row.outcome) ?? null;
  return {
    contract: row.contract_id,
    endsOn: storedDay(row.ends_on),
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    snoozedUntil: row.snoozed_until === null ? null : storedDay(row.snoozed_until),
    snoozes: row.snoozes,
    unreachable: row.unreachable,
    outcome,
    reason: row.reason,
    note: row.note,
    renewedUntil: row.renewed_until === null ? null : storedDay(row.renewed_until),
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    version: row.version,
  };
}

export function rowOfTerm(term: Term, changedAt: number): Insertable<TermTable> {
  return {
    contract_id: storableText(term.contract),
    ends_on: term.endsOn,
    claimed_by: textOrNull(term.claimedBy),
    claimed_at: instantOrNull(term.claimedAt),
    snoozed_until: term.snoozedUntil,
    snoozes: term.snoozes,
    unreachable: term.unreachable,
    outcome: term.outcome,
    reason: textOrNull(term.reason),
    note: textOrNull(term.note),
    renewed_until: term.renewedUntil,
    closed_at: instantOrNull(term.closedAt),
    closed_by: textOrNull(term.closedBy),
    changed_at: Math.trunc(changedAt),
    version: term.version,
  };
}

/** What the audit trail calls a term. */
export function thingOf({ contract, endsOn }: TermKey): string {
  return `${contract} ${endsOn}`;
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : storableText(text);
}

function instantOrNull(moment: number | null): number | null {
  return moment === null ? null : Math.trunc(moment);
}
