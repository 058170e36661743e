import type { Case } from '../complaints/case.ts';

/**
 * Which asking of which step: the checklist and its version, the step, and how often its answer was taken back. It is
 * the same for everybody and after a restart, and another one as soon as an older button must count no more.
 */
export function askingOf(
  { checklist, earlier }: Pick<Case, 'checklist' | 'earlier'>,
  step: string,
): string {
  const before = earlier.filter((one) => one.step === step).length;
  return `${checklist.id}@${checklist.version}/${step}#${before}`;
}

/** The step that an asking is of. */
export function stepOf(asking: string): string {
  return asking.slice(asking.indexOf('/') + 1, asking.lastIndexOf('#'));
}
