import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { screened } from '../screened.ts';
import type { ReminderRules } from './rules.ts';
import { isClosed, type Outcome, type Term } from './term.ts';

/** What somebody does with a term. */
export type Deed =
  | { readonly kind: 'claim' }
  | { readonly kind: 'release' }
  | { readonly kind: 'snooze'; readonly workingDays: number }
  | { readonly kind: 'unreached' }
  | {
      readonly kind: 'close';
      readonly outcome: Outcome;
      readonly reason: string | null;
      readonly note: string | null;
      readonly renewedUntil: Day | null;
    }
  | { readonly kind: 'reopen'; readonly note: string };

export type DeedWorld = {
  readonly today: Day;
  readonly now: number;
  readonly who: string;
  /** Whether he may decide for somebody else: a manager of the outlet. */
  readonly isManager: boolean;
  readonly rules: Pick<ReminderRules, 'refusals' | 'unreachableTimes' | 'snoozesUntold'>;
  readonly calendar: WorkingCalendar;
};

/** `tellManager`: what the outlet's managers are to hear of. `detail`: what the audit trail keeps beside the ids. */
export type Done = {
  readonly ok: true;
  readonly term: Term;
  readonly tellManager: 'snoozed-often' | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};
export type Refusal = {
  readonly ok: false;
  /** `mine`: it was done already, by the same person; a second press is no mistake. */
  readonly why: 'mine' | 'taken' | 'closed' | 'open' | 'wrong';
  readonly reason: Bilingual;
  /** What is wrong, where it is the words that were typed. */
  readonly about?: 'note';
};

/**
 * The term after a deed, or why it is not done. What must not be kept of a customer is found in the words of every door:
 * a password or the number of a document is refused, a phone is masked.
 */
export function afterDeed(term: Term, typed: Deed, world: DeedWorld): Done | Refusal {
  const deed = withoutPhones(typed);
  if (deed === null) return NOT_KEPT;
  if (deed.kind === 'reopen') return reopened(term, deed.note);
  if (isClosed(term)) return CLOSED;
  switch (deed.kind) {
    case 'claim':
      return claimed(term, world);
    case 'release':
      return released(term, world);
    case 'snooze':
      return snoozed(term, deed.workingDays, world);
    case 'unreached':
      return done({ ...term, unreachable: term.unreachable + 1 }, { times: term.unreachable + 1 });
    case 'close':
      return closed(term, deed, world);
  }
}

/** The last day on which calling is of use: the working day on or before the end. Where nobody knows, the end. */
export function lastUsefulDay(endsOn: Day, calendar: WorkingCalendar): Day {
  return calendar.onOrBefore(endsOn) ?? endsOn;
}

/** The deed with its words as they may be kept; null where they may not. */
function withoutPhones(deed: Deed): Deed | null {
  if (deed.kind !== 'close' && deed.kind !== 'reopen') return deed;
  const { masked, isRefused } = screened(deed.note ?? '');
  if (isRefused) return null;
  return deed.kind === 'reopen'
    ? { ...deed, note: masked }
    : { ...deed, note: deed.note === null ? null : masked };
}

function claimed(term: Term, { who, now }: DeedWorld): Done | Refusal {
  if (term.claimedBy === who) {
    return refuse('mine', '这个合约已经在您名下了。', 'You have this contract already.');
  }
  if (term.claimedBy !== null) {
    return refuse(
      'taken',
      `这个合约已由 <@${term.claimedBy}> 认领。`,
      `<@${term.claimedBy}> has this contract already.`,
    );
  }
  return done({ ...term, claimedBy: who, claimedAt: now }, {});
}

function released(term: Term, { who, isManager }: DeedWorld): Done | Refusal {
  if (term.claimedBy === null)
    return refuse('open', '这个合约现在没有人认领。', 'Nobody has this contract now.');
  if (term.claimedBy !== who && !isManager)
    return refuse(
      'taken',
      `这个合约由 <@${term.claimedBy}> 认领，只有本人或主管可以放回。`,
      `<@${term.claimedBy}> has this contract; only he or she, or a manager, can give it back.`,
    );
  return done({ ...term, claimedBy: null, claimedAt: null }, { had: term.claimedBy });
}

/** The longest that one press puts off: a working week. */
const SNOOZE_AT_MOST = 5;

function snoozed(
  term: Term,
  workingDays: number,
  { today, calendar, rules }: DeedWorld,
): Done | Refusal {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > SNOOZE_AT_MOST)
    return refuse('wrong', '只能推迟1到5个工作日。', 'It can be put off for 1 to 5 working days.');
  const wanted = calendar.plusWorkingDays(today, workingDays);
  if (wanted === null)
    return refuse(
      'wrong',
      '那几天的节假日安排还没有公布，没法按工作日推迟。',
      'The days off of those days are not published yet, so working days cannot be counted.',
    );
  const last = lastUsefulDay(term.endsOn, calendar);
  // Where it has ended already every day is as good as the next one.
  const until = term.endsOn < today || wanted <= last ? wanted : last;
  if (until <= today)
    return refuse(
      'wrong',
      '今天是到期前最后一个工作日，不能再推迟了。',
      'Today is the last working day before it ends; it cannot be put off.',
    );
  const snoozes = term.snoozes + 1;
  return {
    ok: true,
    term: next({ ...term, snoozedUntil: until, snoozes }),
    tellManager: snoozes >= rules.snoozesUntold ? 'snoozed-often' : null,
    detail: { until, snoozes, shortened: until !== wanted },
  };
}

function closed(
  term: Term,
  { outcome, reason, note, renewedUntil }: Extract<Deed, { kind: 'close' }>,
  { who, now, rules }: DeedWorld,
): Done | Refusal {
  if (outcome === 'renewed' && (renewedUntil === null || renewedUntil <= term.endsOn))
    return refuse(
      'wrong',
      `续约要写新的到期日，并且晚于原来的 ${term.endsOn}。`,
      `A renewal needs the new end day, later than the old one, ${term.endsOn}.`,
    );
  if (outcome === 'refused' && !rules.refusals.some(({ id }) => id === reason))
    return refuse('wrong', '请选客户拒绝的原因。', 'Please pick why the customer refused.');
  const times = term.unreachable + 1;
  if (outcome === 'unreachable' && times < rules.unreachableTimes)
    return done({ ...term, unreachable: times }, { times });
  return done(
    {
      ...term,
      outcome,
      reason: outcome === 'refused' ? reason : null,
      note,
      renewedUntil: outcome === 'renewed' ? renewedUntil : null,
      unreachable: outcome === 'unreachable' ? times : term.unreachable,
      closedAt: now,
      closedBy: who,
    },
    { outcome, reason, renewedUntil },
  );
}

function reopened(term: Term, note: string): Done | Refusal {
  if (!isClosed(term)) return refuse('open', '这个合约没有结案。', 'This contract is not closed.');
  if (note.trim() === '')
    return refuse('wrong', '请写明为什么重新打开。', 'Please say why it is opened again.');
  const was = term.outcome;
  const open = { outcome: null, reason: null, note: null, renewedUntil: null, closedAt: null };
  return done({ ...term, ...open, closedBy: null, snoozedUntil: null }, { was, why: note });
}

function done(term: Term, detail: Done['detail']): Done {
  return { ok: true, term: next(term), tellManager: null, detail };
}

function next(term: Term): Term {
  return { ...term, version: term.version + 1 };
}

function refuse(why: Refusal['why'], zh: string, en: string): Refusal {
  return { ok: false, why, reason: { zh, en } };
}

const NOT_KEPT: Refusal = {
  ...refuse(
    'wrong',
    '备注里好像有证件号码、银行卡号或密码，不能保存。请去掉再试。',
    'The remark seems to hold the number of a document or card, or a password. Please leave it out.',
  ),
  about: 'note',
};

const CLOSED: Refusal = refuse(
  'closed',
  '这个合约已经有结果了。要改的话请先重新打开。',
  'This contract has an outcome already. Open it again first to change that.',
);
