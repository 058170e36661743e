import type { KnownBlock, ModalView } from '@slack/types';
import { campaignDays, dayInWords } from '../../answers/wording.ts';
import type { Bilingual, Language } from '../../bilingual.ts';
import { userOf } from '../../policy/approval.ts';
import type { Preview } from '../policy-ports.ts';
import { actions, button, context, type MessageView, reasonModal, section } from './blocks.ts';
import {
  type DraftMessage,
  encodeDraft,
  encodeDraftMessage,
  POLICY_BLOCK,
  POLICY_MODAL,
  policyActionId,
} from './ids.ts';
import { bold, harmless, item, type Markup, people, stacked } from './markup.ts';

/** Lines of changes in each language: what a phone shows without scrolling for long. */
const SHOWN = 6;
const LINE = 220;
const SMALL = 300;

/** Whether a preview leaves lines out, so that the whole is worth a file. */
export function isCut({ lines }: Preview): boolean {
  return lines.zh.length > SHOWN;
}

/** To whoever prepared a draft: what it would change, and who can approve it. */
export function previewView(preview: Preview, approvers: readonly string[]): MessageView {
  const lead = bold(['读好了，等人批准。', 'Read; it waits for approval.'].join('\n'));
  const who =
    approvers.length === 0
      ? harmless(NOBODY_ELSE)
      : stacked([harmless('可以批准的人 · Who can approve:'), people(approvers)]);
  return {
    text: stacked([lead, ...textOf(preview), who]),
    blocks: [section(lead), ...blocksOf(preview), section(who)],
  };
}

/** To a policy owner: what a draft would change, and the buttons. */
export function approvalView(preview: Preview, drop: string): MessageView {
  const lead = bold(['请您批准一份政策', 'A policy for you to approve'].join('\n'));
  const { draft, print } = preview;
  const value = encodeDraft({ draft, print, drop });
  const buttons = [
    button({ actionId: policyActionId('approve'), label: '批准 Approve', value, isMain: true }),
    button({ actionId: policyActionId('send-back'), label: '不批准 Send back', value }),
    ...(isCut(preview)
      ? [button({ actionId: policyActionId('all'), label: '看全部 All changes', value })]
      : []),
  ];
  return {
    text: stacked([lead, ...textOf(preview)]),
    blocks: [section(lead), ...blocksOf(preview), actions(POLICY_BLOCK, buttons)],
  };
}

/** The whole of what a draft would change, as a text to read or to print. */
export function changesFile(preview: Preview): { readonly name: string; readonly text: string } {
  const part = (language: Language): readonly string[] => [
    headOf(preview)[language],
    againstOf(preview)[language],
    ...preview.lines[language].map((line) => `- ${line}`),
  ];
  return {
    name: `${preview.draft}-changes.txt`,
    text: `${[...part('zh'), '', ...part('en')].join('\n')}\n`,
  };
}

/** Asks why a draft is sent back. */
export function sendBackModal(meant: DraftMessage): ModalView {
  return reasonModal({
    callbackId: POLICY_MODAL,
    metadata: encodeDraftMessage(meant),
    title: '不批准 Send back',
    send: '退回 Send back',
    close: '取消 Cancel',
    label: '要改什么？准备的人会看到。 · What is to be changed? Whoever prepared it reads this.',
    maxLength: SMALL,
  });
}

function blocksOf(preview: Preview): readonly KnownBlock[] {
  const { zh, en } = headOf(preview);
  return [
    section(stacked([harmless(zh, LINE), harmless(en, LINE)])),
    section(changesIn(preview, 'zh')),
    section(changesIn(preview, 'en')),
    context(originOf(preview)),
  ];
}

function textOf(preview: Preview): readonly Markup[] {
  const { zh, en } = headOf(preview);
  return [
    harmless(zh, LINE),
    harmless(en, LINE),
    changesIn(preview, 'zh'),
    changesIn(preview, 'en'),
  ];
}

function changesIn(preview: Preview, language: Language): Markup {
  const lines = preview.lines[language];
  const more = lines.length - SHOWN;
  return stacked([
    bold(againstOf(preview)[language], LINE),
    ...lines.slice(0, SHOWN).map((line) => item(line, LINE)),
    ...(more > 0 ? [item(MORE[language](more), LINE)] : []),
  ]);
}

const MORE: Readonly<Record<Language, (lines: number) => string>> = {
  zh: (lines) => `还有${lines}行`,
  en: (lines) => `${lines} more`,
};

function headOf({ draft, name, version, days, from, reason }: Preview): Bilingual {
  const why = {
    zh: reason === null ? '' : `，原因：${reason}`,
    en: reason === null ? '' : `, because: ${reason}`,
  };
  const since = {
    zh: from === null ? '' : `，${dayInWords(from, 'zh')}起`,
    en: from === null ? '' : `, from ${dayInWords(from, 'en')} on`,
  };
  return {
    zh: `${draft} 第${version}版 · ${name.zh}（${campaignDays({ days }, 'zh')}）${since.zh}${why.zh}`,
    en: `${draft} version ${version} · ${name.en} (${campaignDays({ days }, 'en')})${since.en}${why.en}`,
  };
}

function againstOf({ against, lines }: Preview): Bilingual {
  const count = lines.zh.length;
  if (against === null)
    return { zh: '之前没有活动，全部是新的', en: 'Nothing came before it: all is new' };
  return count === 0
    ? { zh: `与“${against.zh}”相比没有变化`, en: `No change against “${against.en}”` }
    : { zh: `与“${against.zh}”相比`, en: `Against “${against.en}”` };
}

/** With the name as Slack shows it: an id alone tells nobody who prepared it. */
function originOf({ file, preparedBy }: Preview): Markup {
  const user = userOf(preparedBy);
  return stacked([
    harmless(file, SMALL),
    user === null ? harmless(preparedBy, SMALL) : people([user]),
  ]);
}

const NOBODY_ELSE =
  '还没有别的政策负责人可以批准：请在 DESK_POLICY_OWNERS 里加上第二个人。 · There is no other policy owner who could approve it: name a second one in DESK_POLICY_OWNERS.';
