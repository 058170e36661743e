import type { ModalView } from '@slack/types';

type Input = {
  readonly label?: { readonly text: string };
  readonly optional?: boolean;
  readonly text?: { readonly text: string };
  readonly element?: {
    readonly type: string;
    readonly initial_value?: string;
    readonly initial_date?: string;
    readonly initial_option?: { readonly text: { readonly text: string } };
    readonly options?: readonly { readonly text: { readonly text: string } }[];
  };
};

/** A modal as somebody would read it, for golden files: a line for each field. */
export function formShown({ title, submit, close, blocks }: ModalView): string {
  const lines = (blocks as readonly Input[]).map(({ label, text, optional, element }) => {
    if (element === undefined) return text?.text ?? '';
    const options = element.options?.map((one) => one.text.text).join(' | ');
    const initial =
      element.initial_value ?? element.initial_date ?? element.initial_option?.text.text;
    const parts = [
      label?.text,
      optional ? '(optional)' : '',
      `<${element.type}>`,
      options,
      initial === undefined ? '' : `= ${initial}`,
    ];
    return parts.filter((part) => part !== undefined && part !== '').join(' ');
  });
  return `# ${title.text}\n${lines.join('\n')}\n[ ${submit?.text} ] [ ${close?.text} ]\n`;
}
