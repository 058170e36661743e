import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Decision, PolicySet, Register, Reviewed } from './policy.ts';

/** Who asks for a decision, as written down: a name, with the id of the Slack user behind it where there is one. */
export type Person = string;

/** A decision that may be written down, or why it may not be taken. */
export type Decided<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Bilingual };

export type ApprovalWanted = {
  readonly set: PolicySet;
  readonly register: Register;
  /** Null where nobody wrote down who made the draft. */
  readonly preparedBy: Person | null;
  readonly by: Person;
  /** Slack users who keep the policy. */
  readonly owners: readonly string[];
  readonly today: Day;
  readonly from: Day | null;
  readonly reason: string | null;
};

/**
 * The decision that puts a policy set in force: by a policy owner who has not prepared it, from the campaign's first day
 * on, a correction from today on where no day is named. The fingerprint is left to whoever sees the files.
 */
export function approvalOf(wanted: ApprovalWanted): Decided<Omit<Decision, 'fingerprint'>> {
  const { set, register, preparedBy, by, owners, today, reason } = wanted;
  const { id, version, days } = set;
  const before = register.decisions.filter((one) => one.set === id);
  if (!isOwner(by, owners)) return refused(NOT_AN_OWNER);
  if (before.some((one) => one.version === version))
    return refused({
      zh: `${id} 第${version}版已经批准过了。`,
      en: `Version ${version} of ${id} has been approved before.`,
    });
  if (preparedBy !== null && isSamePerson(preparedBy, by)) return refused(PREPARED_IT);
  if (version > 1 && before.length === 0)
    return refused({
      zh: `${id} 还没有批准过的版本，不能更正：先批准第1版。`,
      en: `No version of ${id} is approved yet, so there is nothing to correct: approve version 1 first.`,
    });
  if (before.length > 0 && reason === null) return refused(NO_REASON);
  const first = before.length === 0 ? days.from : later(today, days.from);
  const from = wanted.from ?? first;
  if (from < days.from || from > days.to)
    return refused({
      zh: `${from} 不在活动时间（${days.from} 至 ${days.to}）里。`,
      en: `${from} is not among the days of the campaign (${days.from} to ${days.to}).`,
    });
  return { ok: true, value: { set: id, version, from, decided: { by, on: today }, reason } };
}

export type ChangeWanted = {
  readonly id: string;
  readonly sets: readonly PolicySet[];
  readonly register: Register;
  readonly by: Person;
  readonly owners: readonly string[];
  readonly today: Day;
  readonly from: Day | null;
  readonly reason: string | null;
};

/** The decision that puts an earlier version in force again, from today on where no day is named. */
export function rollbackOf(
  wanted: ChangeWanted & { readonly to: number },
): Decided<Omit<Decision, 'fingerprint'>> {
  const { id, to, register, today, by, reason } = wanted;
  const refusal = refusalOf(wanted);
  if (refusal !== null) return refused(refusal);
  const set = wanted.sets.find((one) => one.id === id && one.version === to);
  if (set === undefined || !register.decisions.some((one) => one.set === id && one.version === to))
    return refused({
      zh: `${id} 第${to}版没有批准过，不能退回到它。`,
      en: `Version ${to} of ${id} was never approved: nothing can go back to it.`,
    });
  const current = register.decisions.findLast((one) => one.set === id);
  if (current?.version === to)
    return refused({
      zh: `${id} 现在就是第${to}版。`,
      en: `Version ${to} of ${id} is the one in force.`,
    });
  const from = wanted.from ?? later(today, set.days.from);
  if (from > set.days.to)
    return refused({
      zh: `${id} 第${to}版已在 ${set.days.to} 结束。`,
      en: `Version ${to} of ${id} has ended on ${set.days.to}.`,
    });
  return { ok: true, value: { set: id, version: to, from, decided: { by, on: today }, reason } };
}

/** The decision that ends a campaign, from today on where no day is named: nothing of it is offered from then on. */
export function withdrawalOf(wanted: ChangeWanted): Decided<Omit<Decision, 'fingerprint'>> {
  const { id, today, by, reason } = wanted;
  const refusal = refusalOf(wanted);
  if (refusal !== null) return refused(refusal);
  const from = wanted.from ?? today;
  return { ok: true, value: { set: id, version: null, from, decided: { by, on: today }, reason } };
}

/** That somebody has looked the version in force through once more. */
export function reviewOfSet(
  wanted: Omit<ChangeWanted, 'from' | 'reason'> & { readonly version: number | null },
): Decided<Reviewed> {
  const { id, register, by, owners, today } = wanted;
  if (!isOwner(by, owners)) return refused(NOT_AN_OWNER);
  const decisions = register.decisions.filter((one) => one.set === id);
  const version = wanted.version ?? decisions.at(-1)?.version ?? null;
  if (version === null || !decisions.some((one) => one.version === version))
    return refused({
      zh: `${id} 没有这样的已批准版本。`,
      en: `${id} has no such approved version.`,
    });
  return { ok: true, value: { set: id, version, by, on: today } };
}

function refusalOf({ id, register, by, owners, reason }: ChangeWanted): Bilingual | null {
  if (!isOwner(by, owners)) return NOT_AN_OWNER;
  if (reason === null) return NO_REASON;
  if (register.decisions.every((one) => one.set !== id))
    return { zh: `没有批准过的活动 ${id}。`, en: `No campaign "${id}" has been approved.` };
  return null;
}

/** The Slack user in `Olivia Grant (U0OLIVIA)` or `U0OLIVIA`; null in a name alone. */
export function userOf(person: Person): string | null {
  return /(?:^|\()([UW][A-Z0-9]{2,})\)?$/.exec(person.trim())?.[1] ?? null;
}

function isOwner(person: Person, owners: readonly string[]): boolean {
  const user = userOf(person);
  return owners.includes(user ?? '');
}

function isSamePerson(one: Person, other: Person): boolean {
  const [first, second] = [userOf(one), userOf(other)];
  if (first !== null && second !== null) return first === second;
  // A name alone may be anybody's: where it is the same name, it is taken for the same person.
  return nameOf(one) === nameOf(other);
}

/** `olivia grant` of `Olivia Grant (U0OLIVIA)`. */
function nameOf(person: Person): string {
  return person
    .replace(/\([UW][A-Z0-9]+\)$/, '')
    .trim()
    .toLowerCase();
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function refused(refusal: Bilingual): { readonly ok: false; readonly refusal: Bilingual } {
  return { ok: false, refusal };
}

const NOT_AN_OWNER: Bilingual = {
  zh: '只有政策负责人可以决定（DESK_POLICY_OWNERS 里的人）。',
  en: 'Only a policy owner may decide this: a user named in DESK_POLICY_OWNERS.',
};
const PREPARED_IT: Bilingual = {
  zh: '这份政策是您自己准备的，要由另一位政策负责人批准。',
  en: 'You have prepared this policy yourself: another policy owner has to approve it.',
};
const NO_REASON: Bilingual = {
  zh: '要写明原因：它代替以前的决定。',
  en: 'Say why: it takes the place of an earlier decision.',
};
