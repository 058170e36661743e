import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Day } from '../../calendar/day.ts';
import { LIMITS } from '../limits.ts';
import { type Option, optionsOf, plain, section } from './blocks.ts';
import type { Markup } from './markup.ts';

/** One thing that a modal asks for; its id is the name of its value. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: true;
} & (
  | { readonly kind: 'line' | 'text'; readonly max: number; readonly initial?: string }
  | {
      readonly kind: 'select';
      readonly options: readonly Option[];
      readonly initial?: string | undefined;
    }
  | { readonly kind: 'checks'; readonly options: readonly Option[] }
  | { readonly kind: 'day'; readonly initial: Day }
);

export type Form = {
  readonly callbackId: string;
  readonly metadata: string;
  readonly title: string;
  readonly send: string;
  readonly close: string;
  /** What stands above the fields. */
  readonly intro: readonly Markup[];
  readonly fields: readonly Field[];
};

/** Every control of a form has the same action id: its block says which it is. */
export const FIELD_ACTION = 'value';

/** A modal that asks for several things. */
export function formModal({ callbackId, metadata, ...form }: Form): ModalView {
  const blocks: KnownBlock[] = [...form.intro.map(section), ...form.fields.map(fieldBlock)];
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata,
    title: plain(form.title, LIMITS.modalTitle),
    submit: plain(form.send, LIMITS.modalTitle),
    close: plain(form.close, LIMITS.modalTitle),
    blocks,
  };
}

function fieldBlock(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, LIMITS.inputLabel),
    optional: field.isOptional === true,
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, LIMITS.inputLabel) }),
    element: elementOf(field),
  };
}

function elementOf(field: Field): InputBlock['element'] {
  switch (field.kind) {
    case 'line':
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: FIELD_ACTION,
        multiline: field.kind === 'text',
        max_length: field.max,
        ...(field.initial === undefined
          ? {}
          : { initial_value: field.initial.slice(0, field.max) }),
      };
    case 'select': {
      const options = optionsOf(field.options);
      const initial = options.find(({ value }) => value === field.initial);
      return {
        type: 'static_select',
        action_id: FIELD_ACTION,
        options,
        // A server that shows no initial option shows at least what it is.
        ...(initial === undefined
          ? {}
          : { initial_option: initial, placeholder: plain(initial.text.text, LIMITS.placeholder) }),
      };
    }
    case 'checks':
      return { type: 'checkboxes', action_id: FIELD_ACTION, options: optionsOf(field.options) };
    case 'day':
      return { type: 'datepicker', action_id: FIELD_ACTION, initial_date: field.initial };
  }
}
