import type { Content } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import type { DigestPost } from './reminders/plan.ts';
import { languageOf } from './reminders/rules.ts';
import type { About } from './reminding.ts';
import { type Digest, digestView } from './slack/views/digest.ts';

const ORPHANS = {
  zh: '这些合约没有频道可发，请指定频道（data/reminders.yaml）或转给负责人。',
  en: 'These contracts have no channel: name one (data/reminders.yaml), or pass them on.',
};

/** The message of one digest, as it is planned. */
export function digestContent(
  desk: Pick<Desk, 'reminderRules' | 'nameOf'>,
  post: DigestPost,
  about: About,
): Content {
  return digestView(shownDigest(desk, post, about));
}

/** A digest with the names that it is shown with. */
export function shownDigest(
  { reminderRules: rules, nameOf }: Pick<Desk, 'reminderRules' | 'nameOf'>,
  { channel, lines }: DigestPost,
  { key, day, isOrphans }: About,
): Digest {
  return {
    ...{ key, lines, today: day, nameOf },
    language: languageOf(rules, channel),
    reasonOf: (id) => rules.refusals.find((one) => one.id === id)?.name ?? null,
    note: isOrphans ? ORPHANS : null,
    isTrial: false,
  };
}
