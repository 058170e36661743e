import { z } from 'zod';

/** What is read of presses and modals of complaint cases; unknown fields are let through unread. */
const person = z.object({ id: z.string(), name: z.string().default('') });

const actionSchema = z.object({
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

export const casePressSchema = z
  .object({
    response_url: z.string(),
    trigger_id: z.string().default(''),
    user: person,
    channel: z.object({ id: z.string() }),
    container: z.object({ thread_ts: z.string().optional() }).default({}),
    message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
    actions: z.tuple([actionSchema], z.unknown()),
  })
  .transform(({ actions: [action], message, container, ...rest }) => ({
    ...rest,
    /** What the button carries, or the option that was chosen. */
    value: action.value ?? action.selected_option?.value ?? '',
    thread: message?.thread_ts ?? container.thread_ts ?? null,
  }));
export type CasePress = z.output<typeof casePressSchema>;

const control = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
});

const shownBlock = z.object({
  block_id: z.string().default(''),
  optional: z.boolean().default(true),
  element: z
    .object({
      initial_date: z.string().nullish(),
      initial_option: z.object({ value: z.string() }).nullish(),
    })
    .nullish(),
});

/** A modal that somebody sends off: its values by their names. */
export const formSchema = z
  .object({
    user: person,
    view: z.object({
      id: z.string(),
      private_metadata: z.string(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), control)) }),
      blocks: z.array(shownBlock).default([]),
    }),
  })
  .transform(({ user, view: { id, private_metadata: about, state, blocks } }) => ({
    user,
    viewId: id,
    about,
    fields: Object.keys(state.values),
    values: valuesOf(state.values, blocks),
  }));
export type FormSent = z.output<typeof formSchema>;

export type FormValues = {
  /** Null where nothing was given. */
  readonly text: (name: string) => string | null;
  readonly many: (name: string) => readonly string[];
};

/**
 * Slack does not take a form that lacks something required. Where that is not there all the same (the practice
 * workspace sends nothing for a control that nobody touched), what the control showed is meant.
 */
function valuesOf(
  values: Readonly<Record<string, Readonly<Record<string, z.infer<typeof control>>>>>,
  blocks: readonly z.infer<typeof shownBlock>[],
): FormValues {
  const shown = new Map(
    blocks.flatMap(({ block_id: name, optional, element }) =>
      optional || !element
        ? []
        : [[name, element.initial_option?.value ?? element.initial_date ?? ''] as const],
    ),
  );
  const one = (name: string): z.infer<typeof control> => Object.values(values[name] ?? {})[0] ?? {};
  return {
    text: (name) => {
      const { value, selected_option: option, selected_date: day } = one(name);
      const text = (value ?? option?.value ?? day ?? shown.get(name) ?? '').trim();
      return text === '' ? null : text;
    },
    many: (name) => (one(name).selected_options ?? []).map(({ value }) => value),
  };
}

/** A shortcut below a message. */
export const shortcutSchema = z.object({
  trigger_id: z.string(),
  user: person,
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), text: z.string().default('') }),
});
