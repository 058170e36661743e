import { z } from 'zod';
import type { ReminderRules } from '../reminders/rules.ts';
import { isQuiet, MOVES, timeRuleOf } from '../reminders/rules.ts';
import type { FolderReader } from './folder.ts';
import { both, id } from './policy-schemas.ts';

const FILE = 'reminders.yaml';
const LONGEST_BEFORE = 365;
const LONGEST_AFTER = 14;
const IN_QUIET_HOURS = 'postAt lies in the hours in which nothing is posted';

const channel = z.string().regex(/^[CG][A-Z0-9_]+$/, 'is no channel id such as C012AB3CD');

const stages = z
  .array(z.number().int().min(-LONGEST_AFTER).max(LONGEST_BEFORE))
  .min(1)
  .superRefine((given, context) => {
    given.forEach((stage, index) => {
      const before = given[index - 1];
      if (before !== undefined && before <= stage)
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `${stage} comes after ${before}: most days before the end first, each once`,
        });
    });
  });

/** Minutes of the day of a text such as 09:00. */
const time = z.string().transform((text, context): number => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is no time of the day such as "09:00"`,
    });
    return z.NEVER;
  }
  return Number(match[1]) * 60 + Number(match[2]);
});
const quiet = z.strictObject({ from: time, to: time }).nullable();
const language = z.enum(['zh', 'en', 'both']);

const ownStages = { stages: stages.optional(), move: z.enum(MOVES).optional() };
const ownRules = z.strictObject(ownStages);
const ownOfChannel = z.strictObject({
  ...ownStages,
  postAt: time.optional(),
  quiet: quiet.optional(),
  language: language.optional(),
});

/** A key that does not fit is told in the words of any other wrong channel. */
const byChannel = z.record(z.string(), ownOfChannel).superRefine((given, context) => {
  for (const key of Object.keys(given))
    for (const { message } of channel.safeParse(key).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [key], message });
});

export const remindersSchema: z.ZodType<ReminderRules> = z
  .strictObject({
    stages,
    move: z.enum(MOVES),
    postAt: time,
    quiet,
    language,
    outlets: z.record(id, ownRules),
    plans: z.record(z.string().min(1), ownRules),
    channels: byChannel,
    usualChannels: z.record(id, channel),
    managersChannel: channel.nullable(),
    unclaimedDays: z.number().int().min(0).max(60),
    unreachableTimes: z.number().int().min(1).max(20),
    snoozesUntold: z.number().int().min(1).max(20),
    renewalBusinesses: z.array(id),
    refusals: z.array(z.strictObject({ id, name: both })).min(1),
  })
  .transform((rules) => rules satisfies ReminderRules);

/** Where the folder has no such file: the usual stages, the working day before, nine o'clock. */
const USUAL: ReminderRules = {
  ...{ stages: [60, 30, 15, 7, 3, 1, 0, -1, -7], move: 'before' },
  ...{ postAt: 9 * 60, quiet: null, language: 'both' },
  ...{ outlets: {}, plans: {}, channels: {}, usualChannels: {}, managersChannel: null },
  ...{ unclaimedDays: 7, unreachableTimes: 3, snoozesUntold: 2, renewalBusinesses: [] },
  refusals: [{ id: 'other', name: { zh: '其他', en: 'other' } }],
};

/** The rules of reminding; null where the file does not hold. */
export function loadReminderRules(
  folder: FolderReader,
  outletIds: readonly string[] | null,
): ReminderRules | null {
  if (!folder.names('').includes('reminders')) return USUAL;
  const located = folder.read(FILE, remindersSchema);
  if (located === null) return null;
  const { outlets, usualChannels, refusals, quiet: hours, postAt } = located.value;
  for (const [part, by] of Object.entries({ outlets, usualChannels }))
    for (const outlet of Object.keys(by))
      if (outletIds !== null && !outletIds.includes(outlet))
        folder.report(located.problemAt([part, outlet], `outlets.yaml has no outlet "${outlet}"`));
  refusals.forEach((reason, index) => {
    if (refusals.findIndex((one) => one.id === reason.id) !== index)
      folder.report(located.problemAt(['refusals', index], `"${reason.id}" stands twice`));
  });
  if (isQuiet(hours, postAt)) folder.report(located.problemAt(['postAt'], IN_QUIET_HOURS));
  for (const [id, own] of Object.entries(located.value.channels)) {
    const time = timeRuleOf(located.value, id);
    const isOwn = own.postAt !== undefined || own.quiet !== undefined;
    if (isOwn && isQuiet(time.quiet, time.postAt))
      folder.report(located.problemAt(['channels', id], IN_QUIET_HOURS));
  }
  return located.value;
}
