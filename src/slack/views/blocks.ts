import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { LIMITS } from '../limits.ts';
import type { Markup } from './markup.ts';
import { cut, visible } from './plain.ts';

/** What is sent: blocks, and a text that says it all by itself where blocks are not shown. */
export type MessageView = { readonly text: Markup; readonly blocks: readonly KnownBlock[] };

export function section(text: Markup): SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

/** Small grey text. */
export function context(text: Markup): ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(blockId: string, buttons: readonly Button[]): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements: [...buttons] };
}

export type ButtonSketch = {
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
  readonly isMain?: true;
};

export function button({ actionId, label, value, isMain }: ButtonSketch): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(label, LIMITS.buttonLabel),
    value,
    ...(isMain === true ? { style: 'primary' } : {}),
  };
}

export type MenuSketch = {
  readonly blockId: string;
  readonly actionId: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
};

/** A list to choose one thing from, in a message. */
export function menu({ blockId, actionId, placeholder, options }: MenuSketch): ActionsBlock {
  return {
    type: 'actions',
    block_id: blockId,
    elements: [
      {
        type: 'static_select',
        action_id: actionId,
        placeholder: plain(placeholder, LIMITS.placeholder),
        options: optionsOf(options),
      },
    ],
  };
}

/** Buttons in a row, and behind them a menu of what is wanted less often. Slack takes five options. */
export function actionsWithMenu(
  blockId: string,
  buttons: readonly Button[],
  more: { readonly actionId: string; readonly options: readonly Option[] },
): ActionsBlock {
  const options = optionsOf(more.options).slice(0, LIMITS.overflowOptions);
  return {
    type: 'actions',
    block_id: blockId,
    elements: [...buttons, { type: 'overflow', action_id: more.actionId, options }],
  };
}

export type Option = { readonly id: string; readonly label: string };

export function optionsOf(options: readonly Option[]): PlainTextOption[] {
  return options
    .slice(0, LIMITS.options)
    .map(({ id, label }) => ({ text: plain(label, LIMITS.optionLabel), value: id }));
}

export type ReasonModal = {
  readonly callbackId: string;
  readonly metadata: string;
  readonly title: string;
  readonly send: string;
  readonly close: string;
  readonly label: string;
  readonly maxLength: number;
};

/** A modal that asks for one text. */
export function reasonModal(sketch: ReasonModal): ModalView {
  return {
    type: 'modal',
    callback_id: sketch.callbackId,
    private_metadata: sketch.metadata,
    title: plain(sketch.title, LIMITS.modalTitle),
    submit: plain(sketch.send, LIMITS.modalTitle),
    close: plain(sketch.close, LIMITS.modalTitle),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: plain(sketch.label, LIMITS.inputLabel),
        element: {
          type: 'plain_text_input',
          action_id: 'reason',
          multiline: true,
          max_length: sketch.maxLength,
        },
      },
    ],
  };
}

/** How much of a message blocks take up, as Slack counts it or stricter. */
export function sizeOf(blocks: readonly object[]): number {
  return JSON.stringify(blocks).length;
}

export function plain(text: string, max: number): PlainTextElement {
  // Slack refuses an empty text. Without `emoji: false` it would turn `:)` in people's words into pictures.
  return { type: 'plain_text', text: cut(visible(text).trim(), max) || '—', emoji: false };
}

// The only place that writes this type, and it takes nothing but `Markup`. `verbatim`: no links made of names.
function mrkdwn(text: Markup): MrkdwnElement {
  return { type: 'mrkdwn', text: text === '' ? '—' : text, verbatim: true };
}
