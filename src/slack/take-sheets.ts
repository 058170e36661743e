import { userOf } from '../policy/approval.ts';
import { LIMITS as SHEET_LIMITS } from '../sheets/limits.ts';
import type { SharedFile, SlackMessage } from './payloads.ts';
import { personOf } from './person.ts';
import type { Preview } from './policy-ports.ts';
import type { Doorway } from './ports.ts';
import type { Place } from './posting.ts';
import { previewContracts } from './take-contracts.ts';
import type { MessageView } from './views/blocks.ts';
import { CONTRACT_WORDS } from './views/contract-file.ts';
import { stacked } from './views/markup.ts';
import { approvalView, changesFile, isCut, previewView } from './views/policy-draft.ts';
import {
  bothView,
  doubtfulView,
  keptBackView,
  onlyPreparersView,
  otherKindView,
  refusedSheetView,
  tooLargeView,
} from './views/policy-sheet.ts';

/** Files in a direct message: each policy sheet becomes a draft, or is answered with what keeps it from being one. */
export async function takeSheets(message: SlackMessage, doorway: Doorway): Promise<void> {
  const { channel, user, ts, thread_ts: thread = ts, files } = message;
  const place = { channel, thread };
  const preparers = await doorway.policy.preparers();
  if (!preparers.includes(user)) return doorway.posting.post(place, onlyPreparersView(preparers));
  for (const file of files) await takeSheet(file, { place, message, doorway });
}

type At = { readonly place: Place; readonly message: SlackMessage; readonly doorway: Doorway };

async function takeSheet(file: SharedFile, at: At): Promise<void> {
  const { place, message, doorway } = at;
  const { posting, log } = doorway;
  const answer = await answerTo(file, at);
  log.info('policy.sheet', { user: message.user, file: file.id, became: answer.became });
  await posting.post(place, answer.view);
  if (answer.preview !== null && isCut(answer.preview))
    await posting.attach(place, changesFile(answer.preview));
}

type SheetAnswer = {
  readonly became: string;
  readonly view: MessageView;
  readonly preview: Preview | null;
};

async function answerTo(file: SharedFile, { message, doorway }: At): Promise<SheetAnswer> {
  const { name } = file;
  const { policy, contracts, fetchFile } = doorway;
  const no = (became: string, view: MessageView): SheetAnswer => ({ became, view, preview: null });
  if (!/\.(?:xlsx|csv)$/i.test(name)) return no('other-kind', otherKindView(name));
  const fetched = await fetchFile(file, contracts.mostBytes);
  if (fetched.kind === 'too-large')
    return no('too-large', tooLargeView(name, contracts.mostBytes / 1_000_000));
  if (fetched.kind === 'kept-back') return no(fetched.why, keptBackView(name, fetched.why));
  const { user, user_profile: profile } = message;
  const { bytes } = fetched;
  if (await contracts.isOurs(bytes)) {
    const { became, view } = await previewContracts(file, { bytes, user, doorway });
    return no(`contracts ${became}`, view);
  }
  if (bytes.length > SHEET_LIMITS.fileBytes)
    return no('too-large', tooLargeView(name, SHEET_LIMITS.fileBytes / 1_000_000));
  const by = personOf(user, profile?.display_name || profile?.real_name || '');
  const outcome = await policy.importSheet({ name, bytes }, by);
  if (outcome.kind === 'refused')
    return no('refused', neitherView(refusedSheetView(name, outcome.reason)));
  if (outcome.kind === 'doubtful') return no('doubtful', doubtfulView(name, outcome.doubtful));
  const { preview } = outcome;
  const owners = await policy.owners();
  const approvers = owners.filter((owner) => owner !== userOf(preview.preparedBy));
  await askOwners(preview, { approvers, drop: `${message.channel}:${message.ts}`, doorway });
  return { became: 'draft', view: previewView(preview, approvers), preview };
}

/** Whoever meant the file to be contracts learns what it would need. */
function neitherView({ text, blocks }: MessageView): MessageView {
  const hint = bothView(CONTRACT_WORDS.neither);
  return { text: stacked([text, hint.text]), blocks: [...blocks, ...hint.blocks] };
}

type Asking = {
  readonly approvers: readonly string[];
  readonly drop: string;
  readonly doorway: Doorway;
};

/** Asks each of the others once, also where the sheet is read again after a crash. */
async function askOwners(preview: Preview, { approvers, drop, doorway }: Asking): Promise<void> {
  const content = approvalView(preview, drop);
  for (const owner of approvers) {
    await doorway.deliver([
      {
        key: `policy-draft:${preview.draft}:${preview.print}:${drop}:${owner}`,
        kind: 'policy-draft',
        channel: await doorway.posting.directChannel(owner),
        dueAt: doorway.now(),
        content,
      },
    ]);
  }
}
