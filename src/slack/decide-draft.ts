import { userOf } from '../policy/approval.ts';
import { codeOf } from './outcome.ts';
import { type Press, pressSchema, type ReasonGiven, reasonSchema } from './payloads.ts';
import { personOf } from './person.ts';
import type { DraftNow } from './policy-ports.ts';
import type { Doorway } from './ports.ts';
import type { MessageView } from './views/blocks.ts';
import { type DraftButton, decodeDraft, decodeDraftMessage, type PolicyDeed } from './views/ids.ts';
import {
  approvedView,
  onlyOwnersView,
  ownDraftView,
  refusedPressView,
  SETTLED,
  sentBackView,
  settledView,
  stalePolicyView,
} from './views/policy-decided.ts';
import { changesFile, sendBackModal } from './views/policy-draft.ts';

/** A press on a button below a draft. */
export async function answerDraftPress(
  body: unknown,
  deed: PolicyDeed,
  doorway: Doorway,
): Promise<void> {
  const press = pressSchema.parse(body);
  const { policy, posting } = doorway;
  const meant = decodeDraft(press.actions[0].value);
  const standing = meant === null ? GONE : policy.now(meant);
  const refusal = await refusalOf(press.user.id, standing, doorway);
  if (meant === null || refusal !== null) {
    const view = refusal ?? stalePolicyView('gone');
    return posting.respond(press.response_url, { view, replaces: false });
  }
  await DEEDS[deed]({ press, meant, doorway });
}

const GONE: DraftNow = { kind: 'stale', why: 'gone' };

/** What to say to somebody who may not decide about a draft now; null where he may. */
async function refusalOf(
  user: string,
  now: DraftNow,
  { policy }: Doorway,
): Promise<MessageView | null> {
  if (!(await policy.owners()).includes(user)) return onlyOwnersView();
  if (now.kind === 'stale') return stalePolicyView(now.why);
  return userOf(now.preparedBy) === user ? ownDraftView() : null;
}

type Meant = { readonly press: Press; readonly meant: DraftButton; readonly doorway: Doorway };

const DEEDS: Readonly<Record<PolicyDeed, (meant: Meant) => Promise<void>>> = {
  approve: approve,
  'send-back': async ({ press, meant, doorway }) => {
    const at = { channel: press.channel.id, ts: press.message?.ts ?? '-' };
    await doorway.posting.openModal(press.trigger_id, sendBackModal({ ...meant, ...at }));
  },
  all: async ({ press, meant, doorway: { policy, posting } }) => {
    const place = { channel: press.channel.id, thread: press.message?.ts ?? null };
    await posting.attach(place, changesFile(await policy.preview(meant.draft)));
  },
};

async function approve({ press, meant, doorway }: Meant): Promise<void> {
  const { policy, posting, log } = doorway;
  const { user } = press;
  const by = personOf(user.id, user.name);
  const outcome = await policy.approve(meant, by);
  log.info('policy.approve', { user: user.id, draft: meant.draft, became: outcome.kind });
  if (outcome.kind !== 'approved') {
    const view =
      outcome.kind === 'stale' ? stalePolicyView(outcome.why) : refusedPressView(outcome.reason);
    return posting.respond(press.response_url, { view, replaces: false });
  }
  const { set, version, from, preparedBy } = outcome;
  await tellOthers({
    key: `policy-approved:${meant.draft}:${meant.drop}`,
    view: approvedView({ set, version, from, by }),
    ...{ but: user.id, preparedBy, doorway },
  });
  if (press.message === undefined) return;
  const at = { channel: press.channel.id, ts: press.message.ts };
  try {
    await posting.replace(at, settledView(press.message, SETTLED.approved(from)));
  } catch (error) {
    // It is approved; pressed again, the button says so.
    log.warn('slack.question-keeps-buttons', { code: codeOf(error) });
  }
}

/** A reason was given: whoever prepared the draft reads it, and so do the other owners. */
export async function sendBack(given: ReasonGiven, doorway: Doorway): Promise<void> {
  const meant = decodeDraftMessage(given.view.private_metadata);
  const reason = reasonIn(given);
  if (meant === null || reason === null) return;
  const { policy, posting, log } = doorway;
  const { user } = given;
  const standing = policy.now(meant);
  const mine = await posting.directChannel(user.id);
  const refusal = await refusalOf(user.id, standing, doorway);
  if (standing.kind === 'stale' || refusal !== null) {
    if (refusal !== null) await posting.post({ channel: mine, thread: null }, refusal);
    return;
  }
  const by = personOf(user.id, user.name);
  const { preparedBy } = standing;
  const key = `policy-sent-back:${meant.draft}:${meant.drop}:${given.view.id}`;
  const view = sentBackView({ draft: meant.draft, by, reason });
  await tellOthers({ key, view, but: user.id, preparedBy, doorway });
  log.info('policy.send-back', { user: user.id, draft: meant.draft });
  const { zh, en } = SETTLED.sentBack(reason);
  await posting.post({ channel: mine, thread: meant.ts }, refusedPressView({ zh, en }));
}

/** The reason that was written, or null where it is none. */
export function reasonIn({ view }: ReasonGiven): string | null {
  const reason = view.state.values.reason.reason.value?.trim() ?? '';
  return reason === '' ? null : reason;
}

export function reasonGiven(body: unknown): ReasonGiven {
  return reasonSchema.parse(body);
}

type Told = {
  readonly key: string;
  readonly view: MessageView;
  readonly but: string;
  readonly preparedBy: string;
  readonly doorway: Doorway;
};

async function tellOthers({ key, view, but, preparedBy, doorway }: Told): Promise<void> {
  const { policy, posting, deliver, now } = doorway;
  const preparer = userOf(preparedBy);
  const others = new Set([...(preparer === null ? [] : [preparer]), ...(await policy.owners())]);
  others.delete(but);
  for (const user of others) {
    const channel = await posting.directChannel(user);
    const kind = 'policy-decided';
    await deliver([{ key: `${key}:${user}`, kind, channel, dueAt: now(), content: view }]);
  }
}
