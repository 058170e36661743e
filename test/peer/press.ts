import type { Block, Element, Message } from './seen.ts';

/** What the page sends when somebody uses a control of a message. */
export type Action = {
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  readonly value?: string | undefined;
  readonly text?: Element['text'];
  readonly selected_option?: { readonly value: string } | undefined;
  readonly selected_date?: string | undefined;
};

/** Which control: by its action id, or by the words on it. */
export type Control = { readonly actionId: string } | { readonly label: string | RegExp };

/** The press of a control in a message. Throws where the message has none such: nobody could press it. */
export function pressOf(message: Pick<Message, 'blocks'>, control: Control): Action {
  const { element, block, position } = findControl(message.blocks ?? [], control);
  return {
    type: element.type,
    action_id: element.action_id ?? '',
    block_id: block.block_id ?? `b${position}`,
    value: element.value,
    text: element.text,
  };
}

/** The choice of an option (by its value or label) in a select or overflow menu of a message. */
export function choiceOf(
  message: Pick<Message, 'blocks'>,
  control: Control,
  wanted: string,
): Action {
  const { element, block, position } = findControl(message.blocks ?? [], control);
  const option = element.options?.find(
    ({ value, text }) => value === wanted || text.text === wanted,
  );
  if (option === undefined) throw new Error(`no option ${wanted} in ${JSON.stringify(element)}`);
  return {
    type: element.type,
    action_id: element.action_id ?? '',
    block_id: block.block_id ?? `b${position}`,
    selected_option: option,
  };
}

/** The words on every button of a message, in order. */
export function labelsOf(message: Pick<Message, 'blocks'>): readonly string[] {
  return (message.blocks ?? []).flatMap(elementsOf).map(labelOf).filter(Boolean);
}

type Found = { readonly element: Element; readonly block: Block; readonly position: number };

function findControl(blocks: readonly Block[], control: Control): Found {
  for (const [position, block] of blocks.entries()) {
    const element = elementsOf(block).find((candidate) => isMeant(candidate, control));
    if (element !== undefined) return { element, block, position };
  }
  const meant = 'actionId' in control ? control.actionId : control.label;
  throw new Error(`no control ${meant} among ${JSON.stringify(blocks.flatMap(elementsOf))}`);
}

function elementsOf(block: Block): readonly Element[] {
  const elements = block.type === 'actions' ? (block.elements ?? []) : [];
  return block.accessory === undefined ? elements : [...elements, block.accessory];
}

function isMeant(element: Element, control: Control): boolean {
  if ('actionId' in control) return element.action_id === control.actionId;
  const label = labelOf(element);
  return control.label instanceof RegExp ? control.label.test(label) : label === control.label;
}

function labelOf(element: Element): string {
  return typeof element.text === 'string' ? element.text : (element.text?.text ?? '');
}
