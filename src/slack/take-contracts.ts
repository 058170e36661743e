import type { Language } from '../bilingual.ts';
import { mayAs } from '../people/role.ts';
import { codeOf } from './outcome.ts';
import { type Press, pressSchema, type SharedFile } from './payloads.ts';
import type { Doorway } from './ports.ts';
import type { MessageView } from './views/blocks.ts';
import {
  CONTRACT_WORDS,
  contractNoteView,
  contractPreviewView,
  contractProgressView,
  contractTakenView,
} from './views/contract-file.ts';
import { type ContractDeed, decodeBatch, decodeContractFile } from './views/contract-ids.ts';

/** A file of contracts that somebody dropped: looked through for a manager, refused to anybody else. */
export async function previewContracts(
  file: SharedFile,
  {
    bytes,
    user,
    doorway,
  }: { readonly bytes: Uint8Array; readonly user: string; readonly doorway: Doorway },
): Promise<{ readonly became: string; readonly view: MessageView }> {
  const { contracts, refused } = doorway;
  const language = await languageOf(user, doorway);
  if (!(await isManager(user, doorway)))
    return {
      became: 'not-allowed',
      view: contractNoteView(await refused(user, 'contracts.take', file.id), language),
    };
  const preview = await contracts.preview(file, bytes);
  return preview.kind === 'unreadable'
    ? {
        became: 'unreadable',
        view: contractNoteView(CONTRACT_WORDS.unreadable(preview.reason), language),
      }
    : { became: 'preview', view: contractPreviewView(preview, language) };
}

/** A press on a button below a file of contracts. */
export async function answerContractPress(
  body: unknown,
  deed: ContractDeed,
  doorway: Doorway,
): Promise<void> {
  const press = pressSchema.parse(body);
  const { user } = press;
  const language = await languageOf(user.id, doorway);
  // Asked again at the press: a role may have been taken away since the buttons were shown.
  if (!(await isManager(user.id, doorway))) {
    const words = await doorway.refused(user.id, `contracts.${deed}`, press.actions[0].value);
    return doorway.posting.respond(press.response_url, {
      view: contractNoteView(words, language),
      replaces: false,
    });
  }
  const done = await DEEDS[deed]({ press, language, doorway });
  doorway.log.info('contracts.press', { user: user.id, deed, became: done.became });
  if (done.isFinal) return show({ press, doorway }, done.view);
  await doorway.posting.respond(press.response_url, { view: done.view, replaces: false });
}

type Deed = { readonly press: Press; readonly language: Language; readonly doorway: Doorway };
/** `isFinal`: it takes the place of the buttons; else they stay, and it is said below. */
type Done = { readonly became: string; readonly view: MessageView; readonly isFinal: boolean };

const DEEDS: Readonly<Record<ContractDeed, (deed: Deed) => Promise<Done>>> = {
  take: (deed) => take(deed, false),
  complete: (deed) => take(deed, true),
  leave: async ({ press, language, doorway }) => {
    const key = decodeContractFile(press.actions[0].value);
    if (key !== null) await doorway.contracts.leave(key);
    return { became: 'left', view: contractNoteView(CONTRACT_WORDS.left, language), isFinal: true };
  },
  undo: async ({ press, language, doorway }) => {
    const batch = decodeBatch(press.actions[0].value);
    if (batch === null)
      return {
        became: 'stale',
        view: contractNoteView(CONTRACT_WORDS.stale, language),
        isFinal: false,
      };
    const outcome = await doorway.contracts.undo(batch, press.user.id);
    return outcome.kind === 'undone'
      ? { became: 'undone', view: contractNoteView(CONTRACT_WORDS.undone, language), isFinal: true }
      : { became: 'refused', view: contractNoteView(outcome.reason, language), isFinal: false };
  },
};

/** Slack asks for no more than about one change of a message a second. */
const PROGRESS_EVERY_MS = 3_000;

async function take({ press, language, doorway }: Deed, isComplete: boolean): Promise<Done> {
  const { contracts, fetchFile, now } = doorway;
  const key = decodeContractFile(press.actions[0].value);
  const stale: Done = {
    became: 'stale',
    view: contractNoteView(CONTRACT_WORDS.stale, language),
    isFinal: false,
  };
  if (key === null) return stale;
  let shownAt = now();
  let showing = Promise.resolve();
  const taken = await contracts.take({
    key,
    isComplete,
    user: press.user.id,
    fetch: async (file) => {
      const fetched = await fetchFile(file, contracts.mostBytes);
      return fetched.kind === 'bytes' ? fetched.bytes : null;
    },
    onProgress: (share) => {
      if (now() - shownAt < PROGRESS_EVERY_MS) return;
      shownAt = now();
      showing = showing.then(() => show({ press, doorway }, contractProgressView(share, language)));
    },
  });
  await showing;
  if (taken.kind === 'stale') return stale;
  if (taken.kind === 'gone')
    return {
      became: 'gone',
      view: contractNoteView(CONTRACT_WORDS.gone, language),
      isFinal: false,
    };
  if (taken.kind === 'unreadable')
    return {
      became: 'unreadable',
      view: contractNoteView(CONTRACT_WORDS.unreadable(taken.reason), language),
      isFinal: true,
    };
  return { became: 'taken', view: contractTakenView(taken, language), isFinal: true };
}

/** In place of the message with the buttons; where that cannot be, below it. */
async function show(
  { press, doorway }: Pick<Deed, 'press' | 'doorway'>,
  view: MessageView,
): Promise<void> {
  const { posting, log } = doorway;
  const ts = press.message?.ts;
  try {
    if (ts !== undefined) return await posting.replace({ channel: press.channel.id, ts }, view);
  } catch (error) {
    log.warn('slack.question-keeps-buttons', { code: codeOf(error) });
  }
  await posting.post({ channel: press.channel.id, thread: ts ?? null }, view);
}

async function isManager(user: string, { directory }: Doorway): Promise<boolean> {
  return mayAs(await directory.grantsOf(user), 'manager');
}

async function languageOf(user: string, { directory }: Doorway): Promise<Language> {
  return (await directory.languageOf(user)) ?? 'zh';
}
