import type { Selectable } from 'kysely';
import { type Day, parseDay } from '../calendar/day.ts';
import {
  ACCEPTANCES,
  type Acceptance,
  type CaseEvent,
  type Happening,
} from '../complaints/case.ts';
import type { CaseSummary } from '../complaints/summary.ts';
import { Problem } from '../problem.ts';
import type { CaseEventTable, ComplaintCaseTable } from './schema.ts';
import { storableText } from './text.ts';

export function eventRow(id: string, event: CaseEvent): CaseEventTable {
  const { kind, ...detail } = event.happened;
  return {
    case_id: id,
    seq: event.seq,
    at: Math.trunc(event.at),
    on_day: event.on,
    who: storableText(event.who),
    origin: storableText(event.origin),
    command_key: storableText(event.key),
    kind,
    detail: storableText(JSON.stringify(detail)),
  };
}

export function eventOf(row: Selectable<CaseEventTable>): CaseEvent {
  const detail: object = JSON.parse(row.detail);
  return {
    seq: row.seq,
    at: row.at,
    on: dayIn(row.on_day),
    who: row.who,
    origin: row.origin,
    key: row.command_key,
    // Only `eventRow` writes these rows, and the database lets nobody change them.
    happened: { kind: row.kind, ...detail } as Happening,
  };
}

export function summaryRow(summary: CaseSummary): Omit<ComplaintCaseTable, 'opened_key'> {
  const text = (value: string | null): string | null =>
    value === null ? null : storableText(value);
  return {
    id: summary.id,
    state: summary.state,
    checklist: summary.checklist,
    version: summary.version,
    owner: storableText(summary.owner),
    outlet: text(summary.outlet),
    hall: text(summary.hall),
    contract: text(summary.contract),
    offer: text(summary.offer),
    rule: text(summary.rule),
    received_on: summary.receivedOn,
    opened_at: Math.trunc(summary.openedAt),
    opened_on: summary.openedOn,
    legal_due_on: summary.legalDueOn,
    branch_due_on: summary.branchDueOn,
    nearest_due_on: summary.nearestDueOn,
    is_paused: summary.isPaused ? 1 : 0,
    steps_done: summary.stepsDone,
    steps_all: summary.stepsAll,
    closed_at: summary.closedAt === null ? null : Math.trunc(summary.closedAt),
    closed_on: summary.closedOn,
    outcome: summary.outcome,
    accepted: summary.accepted,
    channel: text(summary.channel),
    thread: text(summary.thread),
    card_ts: text(summary.card),
    seq: summary.seq,
  };
}

export function summaryOfRow(row: Selectable<ComplaintCaseTable>): CaseSummary {
  return {
    id: row.id,
    state: row.state,
    checklist: row.checklist,
    version: row.version,
    owner: row.owner,
    outlet: row.outlet,
    hall: row.hall,
    contract: row.contract,
    offer: row.offer,
    rule: row.rule,
    receivedOn: dayIn(row.received_on),
    openedAt: row.opened_at,
    openedOn: dayIn(row.opened_on),
    legalDueOn: dayIn(row.legal_due_on),
    branchDueOn: row.branch_due_on === null ? null : dayIn(row.branch_due_on),
    nearestDueOn: dayIn(row.nearest_due_on),
    isPaused: row.is_paused === 1,
    stepsDone: row.steps_done,
    stepsAll: row.steps_all,
    closedAt: row.closed_at,
    closedOn: row.closed_on === null ? null : dayIn(row.closed_on),
    outcome: row.outcome,
    accepted: acceptanceIn(row.accepted),
    channel: row.channel,
    thread: row.thread,
    card: row.card_ts,
    seq: row.seq,
  };
}

function acceptanceIn(text: string | null): Acceptance | null {
  return ACCEPTANCES.find((one) => one === text) ?? null;
}

export function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Problem('store', `"${text}" is no day`);
  return day;
}
