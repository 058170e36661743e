import type { Bilingual } from '../../bilingual.ts';
import type { DoubtfulCell } from '../policy-ports.ts';
import { context, type MessageView, section } from './blocks.ts';
import { bold, harmless, item, type Markup, people, stacked } from './markup.ts';

// What is said to somebody who drops a file. Slack does not tell which language he reads: both, as short as can be.

/** Of many problems the first ones are enough to begin with. */
const SHOWN = 10;
const IN_BLOCK = 5;
const NAME = 80;
const LINE = 500;

/** To somebody whose sheets are not read. */
export function onlyPreparersView(preparers: readonly string[]): MessageView {
  if (preparers.length === 0) return bothView(NOBODY);
  const who = people(preparers);
  const lines = [harmless(ONLY_PREPARERS.zh), who, harmless(ONLY_PREPARERS.en)];
  return { text: stacked(lines), blocks: [section(stacked(lines))] };
}

/** To a file that is no sheet. */
export function otherKindView(name: string): MessageView {
  return bothView({
    zh: `我只读 .xlsx 和 .csv 的政策表格，“${named(name)}”不是。旧的 .xls 请另存为 .xlsx。`,
    en: `I read policy sheets as .xlsx or .csv; “${named(name)}” is neither. Save an old .xls as .xlsx.`,
  });
}

export function tooLargeView(name: string, megabytes: number): MessageView {
  return bothView({
    zh: `“${named(name)}”超过 ${megabytes} MB，不像政策表格，我没有读。`,
    en: `“${named(name)}” is larger than ${megabytes} MB: that is no policy sheet, and I have not read it.`,
  });
}

export type KeptBack = 'no-right' | 'gone' | 'elsewhere' | 'unreachable';

/** When Slack does not hand the file over. */
export function keptBackView(name: string, why: KeptBack): MessageView {
  const { zh, en } = KEPT_BACK[why];
  return bothView({ zh: `“${named(name)}”：${zh}`, en: `“${named(name)}”: ${en}` });
}

/** When the sheet was read and cannot become a draft. */
export function refusedSheetView(name: string, reason: Bilingual): MessageView {
  return bothView({
    zh: `“${named(name)}”没有成为可批准的草稿。${reason.zh}`,
    en: `“${named(name)}” has not become a draft to approve. ${reason.en}`,
  });
}

/** What a person must decide before the sheet is a draft. */
export function doubtfulView(name: string, doubtful: readonly DoubtfulCell[]): MessageView {
  const count = doubtful.length;
  const lead = bold(
    [
      `“${named(name)}”：${count}处要改`,
      `“${named(name)}”: ${count === 1 ? '1 thing' : `${count} things`} to mend`,
    ].join('\n'),
  );
  const items = doubtful.slice(0, SHOWN).map((one) => item(problemLine(one), LINE));
  const rows = Array.from({ length: Math.ceil(items.length / IN_BLOCK) }, (_, row) =>
    stacked(items.slice(row * IN_BLOCK, (row + 1) * IN_BLOCK)),
  );
  const more = count - SHOWN;
  const todo = harmless(
    [
      ...(more > 0 ? [`还有${more}处。 · ${more} more.`] : []),
      '在表格里改好，再拖进来一次。 · Mend them in the sheet and drop it here again.',
    ].join('\n'),
  );
  return {
    text: stacked([lead, ...items, todo]),
    blocks: [section(lead), ...rows.map((row) => section(row)), context(todo)],
  };
}

function problemLine({ sheet, cell, value, message }: DoubtfulCell): string {
  // Most doubts repeat what stands there.
  const isSaid = value === '' || message.zh.includes(value);
  const shown = isSaid ? '' : ` “${value.slice(0, NAME)}”`;
  const words = message.zh === message.en ? message.zh : `${message.zh} · ${message.en}`;
  return `${sheet}!${cell}${shown}：${words}`;
}

function named(name: string): string {
  const characters = [...name];
  return characters.length > NAME ? `${characters.slice(0, NAME).join('')}…` : name;
}

/** Both languages in one section each line: short things that need no more. */
export function bothView({ zh, en }: Bilingual): MessageView {
  const lines: readonly Markup[] = [harmless(zh, 1_400), harmless(en, 1_400)];
  return { text: stacked(lines), blocks: [section(stacked(lines))] };
}

const NOBODY: Bilingual = {
  zh: '还没有指定谁可以导入政策表格，请告诉负责机器人的同事（DESK_MANAGERS、DESK_POLICY_OWNERS）。',
  en: 'Nobody is named yet who may hand in policy sheets: tell whoever looks after the bot (DESK_MANAGERS, DESK_POLICY_OWNERS).',
};
const ONLY_PREPARERS: Bilingual = {
  zh: '谢谢，但政策表格要由这几位交给我，文件我没有读：',
  en: 'Thank you, but policy sheets come from these colleagues; I have not read the file.',
};
const KEPT_BACK: Readonly<Record<KeptBack, Bilingual>> = {
  'no-right': {
    zh: 'Slack 不让我读文件。请告诉负责机器人的同事：应用要有 files:read 权限，并重新安装。',
    en: 'Slack does not let me read files. Tell whoever looks after the bot: the app needs files:read, and to be installed again.',
  },
  gone: {
    zh: '文件已经不在了，请再拖一次。',
    en: 'the file is gone. Please drop it again.',
  },
  elsewhere: {
    zh: '文件不在 Slack 上，请直接把文件拖进来，不要用链接。',
    en: 'the file does not lie with Slack. Please drop the file itself, not a link.',
  },
  unreachable: {
    zh: '现在取不到文件，请过几分钟再拖一次。',
    en: 'I cannot get the file now. Please drop it again in a few minutes.',
  },
};
