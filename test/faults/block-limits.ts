import type { Block, Element, TextObject } from '../peer/seen.ts';

// Slack's own limits, which local-slack does not hold anybody to.
// https://docs.slack.dev/reference/block-kit/blocks and .../block-elements
const BLOCKS_IN_MESSAGE = 50;
const BLOCKS_IN_VIEW = 100;
const CHARACTERS_IN_BLOCKS = 13_200;
const MESSAGE_TEXT = 40_000;
const SECTION_TEXT = 3000;
const FIELDS = 10;
const FIELD_TEXT = 2000;
const HEADER_TEXT = 150;
const LABEL_TEXT = 2000;
const CONTEXT_ELEMENTS = 10;
const ACTIONS_ELEMENTS = 25;
const ID = 255;
const BUTTON_TEXT = 75;
const BUTTON_VALUE = 2000;
const URL_LENGTH = 3000;
const OPTION_TEXT = 75;
const OPTION_VALUE = 150;
const VIEW_TITLE = 24;
const PRIVATE_METADATA = 3000;

const BLOCK_TYPES = new Set(
  'section header divider context image actions input rich_text markdown table video file'.split(
    ' ',
  ),
);
const OPTIONS: Readonly<Record<string, number>> = {
  overflow: 5,
  checkboxes: 10,
  radio_buttons: 10,
  static_select: 100,
  multi_static_select: 100,
};

/** What Slack answers to a call that it refuses for its content: `messages` say why, as Slack's own do. */
export type Refusal = { readonly error: string; readonly messages: readonly string[] };
type Args = Readonly<Record<string, unknown>>;

/** Why Slack would refuse a call for its content, or undefined. */
export function refusalOf(method: string, args: Args): Refusal | undefined {
  if (['chat.postMessage', 'chat.postEphemeral', 'chat.update'].includes(method)) {
    return messageRefusal(args);
  }
  if (['views.open', 'views.push', 'views.update', 'views.publish'].includes(method)) {
    return viewRefusal(args);
  }
  return undefined;
}

/** Slack takes blocks without a text, with a warning: notifications and screen readers have nothing then. */
export function warningOf(method: string, args: Args): string | undefined {
  const isMessage = method === 'chat.postMessage' || method === 'chat.postEphemeral';
  return isMessage && isEmpty(args.text) ? 'missing_text_in_message' : undefined;
}

function messageRefusal(args: Args): Refusal | undefined {
  const blocks = (args.blocks ?? []) as unknown;
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: ['not an array'] };
  if (isEmpty(args.text) && blocks.length === 0 && isEmpty(args.attachments)) {
    return { error: 'no_text', messages: [] };
  }
  if (String(args.text ?? '').length > MESSAGE_TEXT) return { error: 'msg_too_long', messages: [] };
  const faults = faultsInBlocks(blocks as readonly Block[], BLOCKS_IN_MESSAGE, '/blocks');
  if (faults.length > 0) return { error: 'invalid_blocks', messages: faults };
  if (charactersIn(blocks) > CHARACTERS_IN_BLOCKS) {
    return { error: 'msg_blocks_too_long', messages: [] };
  }
  return undefined;
}

type SentView = {
  readonly title?: TextObject;
  readonly private_metadata?: string;
  readonly callback_id?: string;
  readonly blocks?: readonly Block[];
};

function viewRefusal(args: Args): Refusal | undefined {
  const view = (args.view ?? {}) as SentView;
  const faults = [
    ...tooLong(view.title?.text, VIEW_TITLE, '/view/title'),
    ...tooLong(view.private_metadata, PRIVATE_METADATA, '/view/private_metadata'),
    ...tooLong(view.callback_id, ID, '/view/callback_id'),
    ...faultsInBlocks(view.blocks ?? [], BLOCKS_IN_VIEW, '/view/blocks'),
  ];
  return faults.length > 0 ? { error: 'invalid_arguments', messages: faults } : undefined;
}

function faultsInBlocks(blocks: readonly Block[], most: number, at: string): readonly string[] {
  return [
    ...tooMany(blocks, most, at),
    ...repeated(
      blocks.map((block) => block.block_id),
      at,
    ),
    ...blocks.flatMap((block, index) => faultsInBlock(block, `${at}/${index}`)),
  ];
}

function faultsInBlock(block: Block, at: string): readonly string[] {
  const elements = block.elements ?? [];
  const faults = tooLong(block.block_id, ID, at);
  const inElements = elements.flatMap((each, index) =>
    faultsInElement(each, `${at}/elements/${index}`),
  );
  switch (block.type) {
    case 'section': {
      const fields = block.fields ?? [];
      return [
        ...faults,
        ...(block.text === undefined && fields.length === 0
          ? [fault(at, 'no text and no fields')]
          : []),
        ...(block.text === undefined ? [] : lengthOf(block.text.text, SECTION_TEXT, at)),
        ...tooMany(fields, FIELDS, `${at}/fields`),
        ...fields.flatMap((field, index) =>
          lengthOf(field.text, FIELD_TEXT, `${at}/fields/${index}`),
        ),
        ...(block.accessory === undefined
          ? []
          : faultsInElement(block.accessory, `${at}/accessory`)),
      ];
    }
    case 'header':
      return [...faults, ...lengthOf(block.text?.text, HEADER_TEXT, at)];
    case 'context':
      return [...faults, ...someOf(elements, CONTEXT_ELEMENTS, at)];
    case 'actions':
      return [
        ...faults,
        ...someOf(elements, ACTIONS_ELEMENTS, at),
        ...repeated(
          elements.map((element) => element.action_id),
          at,
        ),
        ...inElements,
      ];
    case 'input':
      return [
        ...faults,
        ...lengthOf(block.label?.text, LABEL_TEXT, `${at}/label`),
        ...(block.element === undefined
          ? [fault(at, 'no element')]
          : faultsInElement(block.element, `${at}/element`)),
      ];
    default:
      return BLOCK_TYPES.has(block.type) ? faults : [fault(at, `unsupported type: ${block.type}`)];
  }
}

function faultsInElement(element: Element, at: string): readonly string[] {
  const faults = tooLong(element.action_id, ID, `${at}/action_id`);
  if (element.type === 'button') {
    const text = typeof element.text === 'string' ? undefined : element.text?.text;
    return [
      ...faults,
      ...lengthOf(text, BUTTON_TEXT, `${at}/text`),
      ...tooLong(element.value, BUTTON_VALUE, `${at}/value`),
      ...tooLong(element.url, URL_LENGTH, `${at}/url`),
    ];
  }
  const most = OPTIONS[element.type];
  if (most === undefined) return faults;
  const options = element.options ?? [];
  return [
    ...faults,
    ...tooMany(options, most, `${at}/options`),
    ...options.flatMap(({ text, value }, index) => [
      ...lengthOf(text.text, OPTION_TEXT, `${at}/options/${index}/text`),
      ...tooLong(value, OPTION_VALUE, `${at}/options/${index}/value`),
    ]),
  ];
}

function someOf(items: readonly unknown[], most: number, at: string): readonly string[] {
  return items.length === 0 ? [fault(at, 'no elements')] : tooMany(items, most, at);
}

function tooMany(items: readonly unknown[], most: number, at: string): readonly string[] {
  return items.length > most ? [fault(at, `no more than ${most} items allowed`)] : [];
}

function lengthOf(text: string | undefined, most: number, at: string): readonly string[] {
  return isEmpty(text) ? [fault(at, 'must have a text')] : tooLong(text, most, at);
}

function tooLong(text: string | undefined, most: number, at: string): readonly string[] {
  return (text?.length ?? 0) > most ? [fault(at, `must be less than ${most + 1} characters`)] : [];
}

function repeated(ids: readonly (string | undefined)[], at: string): readonly string[] {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size < given.length ? [fault(at, 'ids must be unique')] : [];
}

function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inside]) =>
      sum + (key === 'text' && typeof inside === 'string' ? inside.length : charactersIn(inside)),
    0,
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)
  );
}

function fault(at: string, why: string): string {
  return `[ERROR] ${why} [json-pointer:${at}]`;
}
