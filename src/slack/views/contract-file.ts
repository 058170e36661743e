import type { Bilingual, Language } from '../../bilingual.ts';
import type { ContractCounts, ContractPreview, ContractTaken } from '../contract-ports.ts';
import { actions, button, context, type MessageView, section } from './blocks.ts';
import {
  CONTRACT_BLOCK,
  contractActionId,
  encodeBatch,
  encodeContractFile,
} from './contract-ids.ts';
import { bold, harmless, item, type Markup, stacked } from './markup.ts';

const LINE = 300;

/** What a file of contracts would change, and the buttons. */
export function contractPreviewView(
  preview: Extract<ContractPreview, { kind: 'read' }>,
  language: Language,
): MessageView {
  const { imported, updated, vanished, key } = preview;
  const isIdle = imported + updated + vanished === 0;
  const lead = bold(
    isIdle
      ? say(language, {
          zh: '合约名单读好了：没有要改的。',
          en: 'The contracts are read: there is nothing to change.',
        })
      : say(language, {
          zh: '合约名单读好了，还没有导入。',
          en: 'The contracts are read, and not imported yet.',
        }),
  );
  const lines = [counted(preview, language), ...problemLines(preview, language)];
  const value = encodeContractFile(key);
  const main = button({
    actionId: contractActionId('take'),
    label: say(language, { zh: '导入', en: 'Import' }),
    value,
    isMain: true,
  });
  const complete = button({
    actionId: contractActionId('complete'),
    label: say(language, {
      zh: `导入，名单完整：另外 ${vanished} 份已结束`,
      en: `Import; it is complete: ${vanished} others are over`,
    }),
    value,
  });
  const leave = button({
    actionId: contractActionId('leave'),
    label: say(language, { zh: '不导入', en: 'Leave it' }),
    value,
  });
  const buttons = [
    ...(imported + updated > 0 ? [main] : []),
    ...(vanished > 0 ? [complete] : []),
    leave,
  ];
  return view([lead, ...lines], isIdle ? [] : [actions(CONTRACT_BLOCK, buttons)]);
}

/** Meanwhile. */
export function contractProgressView(share: number, language: Language): MessageView {
  const percent = Math.floor(share * 100);
  return view([
    harmless(
      say(language, {
        zh: `正在导入合约…… ${percent}%`,
        en: `Importing the contracts… ${percent} %`,
      }),
    ),
  ]);
}

/** What became of it, and how to take it back. */
export function contractTakenView(
  taken: Extract<ContractTaken, { kind: 'taken' }>,
  language: Language,
): MessageView {
  const { batch, isMarked, vanished, imported, updated } = taken;
  const lead = bold(
    say(language, {
      zh: `合约已导入（第 ${batch} 批）。`,
      en: `The contracts are imported (batch ${batch}).`,
    }),
  );
  const over = isMarked
    ? [
        harmless(
          say(language, {
            zh: `${vanished} 份不在名单里的合约标为已结束。`,
            en: `${vanished} contracts that are not in the file are marked as over.`,
          }),
        ),
      ]
    : [];
  const undo =
    batch === null || imported + updated + (isMarked ? vanished : 0) === 0
      ? []
      : [
          actions(CONTRACT_BLOCK, [
            button({
              actionId: contractActionId('undo'),
              label: say(language, { zh: '撤销这次导入', en: 'Take this import back' }),
              value: encodeBatch(batch),
            }),
          ]),
        ];
  return view([lead, counted(taken, language), ...over, ...problemLines(taken, language)], undo);
}

/** One thing, in the reader's language. */
export function contractNoteView(words: Bilingual, language: Language): MessageView {
  return view([harmless(say(language, words))]);
}

export const CONTRACT_WORDS = {
  left: { zh: '没有导入，合约没有变。', en: 'Not imported: nothing has changed.' },
  stale: {
    zh: '这个文件已经处理过，或超过了一天。要再导入，请重新拖进来。',
    en: 'This file has been dealt with already, or is older than a day. Drop it once more to import it.',
  },
  gone: {
    zh: '取不到这个文件，或者它已经变了。请重新拖进来。',
    en: 'The file cannot be had any more, or has changed. Please drop it once more.',
  },
  undone: {
    zh: '已撤销，合约和导入前一样。',
    en: 'Taken back: the contracts are as they were before.',
  },
  unreadable: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `这份合约名单读不了：${zh}。什么都没有改。`,
    en: `These contracts cannot be read: ${en}. Nothing has changed.`,
  }),
  neither: {
    zh: '如果这是合约名单：标题行要有合约编号、客户姓名、手机号码、套餐、网点类型、网点名称、开始日期、结束日期，再拖一次。',
    en: 'If these are contracts, the headings must be contract_id, customer_name, phone, plan, outlet, outlet_name, starts_on and ends_on; then drop it again.',
  },
} as const;

function counted(
  { imported, updated, unchanged, rejected, vanished }: ContractCounts,
  language: Language,
): Markup {
  return harmless(
    say(language, {
      zh: `新增 ${imported}，变更 ${updated}，不变 ${unchanged}，有问题 ${rejected}，名单里没有的 ${vanished}`,
      en: `new ${imported}, changed ${updated}, unchanged ${unchanged}, refused ${rejected}, not in the file ${vanished}`,
    }),
  );
}

function problemLines(
  { problems, rejected }: ContractCounts,
  language: Language,
): readonly Markup[] {
  const more = rejected - problems.length;
  return [
    ...problems.map(({ line, field, message }) =>
      item(
        say(language, {
          zh: `第 ${line} 行 ${field.zh}：${message.zh}`,
          en: `line ${line}, ${field.en} ${message.en}`,
        }),
        LINE,
      ),
    ),
    ...(more > 0
      ? [item(say(language, { zh: `还有 ${more} 行`, en: `${more} more lines` }), LINE)]
      : []),
  ];
}

function view(lines: readonly Markup[], more: MessageView['blocks'] = []): MessageView {
  const [lead, ...rest] = lines;
  return {
    text: stacked(lines),
    blocks: [
      ...(lead === undefined ? [] : [section(lead)]),
      ...(rest.length === 0 ? [] : [context(stacked(rest))]),
      ...more,
    ],
  };
}

function say(language: Language, words: Bilingual): string {
  return words[language];
}
