import type { Bilingual, Language } from '../bilingual.ts';
import { parseDay } from '../calendar/day.ts';
import { languageOf } from '../language/normalise.ts';
import type { FormSent } from './complaints/payloads.ts';
import { messageOf } from './feedback.ts';
import type { commandSchema } from './payloads.ts';
import type { Doorway } from './ports.ts';
import { spokenText } from './speech.ts';
import type { Taken } from './term-press.ts';
import type { MessageView } from './views/blocks.ts';
import { digestView } from './views/digest.ts';
import { handOverForm } from './views/hand-over-form.ts';
import { myContractsView } from './views/my-contracts.ts';
import { saidView } from './views/term-said.ts';

type Command = ReturnType<(typeof commandSchema)['parse']>;

/** `test`, `mine` and so on, in both languages; everything else asks which contracts end. */
const WORDS: readonly { readonly is: RegExp; readonly does: Does }[] = [
  { is: /^(?:test|try|测试|试一下|试试)$/i, does: 'trial' },
  { is: /^(?:mine|my contracts|我的|我的合约)$/i, does: 'mine' },
  { is: /^(?:report|weekly|周报|报告)$/i, does: 'report' },
  { is: /^(?:hand ?over|away|absence|代管|交接|请假|我不在)$/i, does: 'away' },
  { is: /^(?:back|i am back|回来|我回来了|取消代管)$/i, does: 'back' },
];
type Does = 'trial' | 'report' | 'mine' | 'away' | 'back';

/** `/renewals …`: only the asker sees the answer. */
export async function obeyRenewals(command: Command, doorway: Doorway): Promise<void> {
  const text = spokenText(command.text, doorway.identity().botUserId);
  const known = await doorway.directory.languageOf(command.user_id);
  const language = text === '' ? (known ?? 'zh') : languageOf(text);
  const asked: Asked = { command, language, doorway };
  const word = WORDS.find(({ is }) => is.test(text));
  if (word !== undefined) return DOES[word.does](asked);
  return listed(text, asked);
}

type Asked = {
  readonly command: Command;
  readonly language: Language;
  readonly doorway: Doorway;
};

async function answer({ command, doorway }: Asked, view: MessageView): Promise<void> {
  await doorway.posting.respond(command.response_url, { view, replaces: false });
}

/** Which contracts end: the words say where and when, and the desk reads them as it reads any question. */
async function listed(text: string, asked: Asked): Promise<void> {
  const { command, language, doorway } = asked;
  const { team_id: team, channel_id: channel, user_id: user } = command;
  const whole = language === 'zh' ? `${text}哪些合约到期` : `which contracts end ${text}`;
  const key = { team, channel, thread: null, user };
  const turn = await doorway.converse({ key, text: whole.trim(), choice: null });
  await answer(asked, await messageOf(turn, { audience: 'asker', user }, doorway));
}

const DOES: Readonly<Record<Does, (asked: Asked) => Promise<void>>> = {
  trial: async (asked) => {
    const { command, language, doorway } = asked;
    const found = await doorway.renewals.trial(command.user_id);
    if ('refused' in found) return answer(asked, saidView(found.refused[language]));
    if (found.length === 0) return answer(asked, saidView(NOTHING_DUE[language]));
    for (const digest of found) await answer(asked, digestView(digest));
  },

  mine: async (asked) => {
    const { command, language, doorway } = asked;
    const { renewals, today, nameOf } = doorway;
    const lines = await renewals.mine(command.user_id);
    const view = {
      lines,
      languages: [language],
      today: today(),
      nameOf,
      reasonOf: renewals.reasonOf,
    };
    await answer(asked, myContractsView(view));
  },

  report: async (asked) => {
    const { command, language, doorway } = asked;
    const found = await doorway.renewalWeek.report(command.user_id, language);
    await answer(asked, 'refused' in found ? saidView(found.refused[language]) : found);
  },

  away: async (asked) => {
    const { command, language, doorway } = asked;
    const { renewals, posting, today } = doorway;
    const users = await renewals.colleagues(command.user_id);
    if (users.length === 0) return answer(asked, saidView(NO_COLLEAGUE[language]));
    const colleagues = await Promise.all(
      users.map(async (user) => ({ user, name: await posting.nameOf(user) })),
    );
    const form = { colleagues, today: today(), language, channel: command.channel_id };
    await posting.openModal(command.trigger_id, handOverForm(form));
  },

  back: async (asked) => {
    const { command, language, doorway } = asked;
    const count = await doorway.renewals.comeBack(command.user_id);
    await answer(asked, saidView((count > 0 ? WELCOME_BACK : WAS_NOT_AWAY)[language]));
  },
};

/** The form of a hand-over was sent off. */
export async function takeHandOver(sent: FormSent, doorway: Doorway): Promise<Taken> {
  const { user, values, about: channel } = sent;
  const language = (await doorway.directory.languageOf(user.id)) ?? 'zh';
  const [from, to] = [values.text('from'), values.text('to')].map((text) => parseDay(text ?? ''));
  const deputy = values.text('deputy');
  if (deputy === null) return lacking('deputy', PICK[language]);
  if (from === undefined || to === undefined) return lacking('to', DAYS[language]);
  const wrong = await doorway.renewals.handOver({ user: user.id, deputy, from, to });
  if (wrong !== null) return lacking('to', wrong[language]);
  return {
    errors: null,
    after: async () => {
      const place = { channel, thread: null, user: user.id };
      await doorway.posting.whisper(place, saidView(handedOver({ deputy, from, to })[language]));
    },
  };
}

function lacking(field: string, words: string): Taken {
  return { errors: { [field]: words }, after: async () => {} };
}

function handedOver(span: { deputy: string; from: string; to: string }): Bilingual {
  const { deputy, from, to } = span;
  return {
    zh: `好的，${from}到${to}的提醒会叫 <@${deputy}>。提前回来请用 /renewals 回来。`,
    en: `Done: from ${from} to ${to} reminders call <@${deputy}>. Use /renewals back when you return earlier.`,
  };
}

const NOTHING_DUE = { zh: '今天没有要提醒的合约。', en: 'Nothing is due to be reminded of today.' };
const NO_COLLEAGUE = {
  zh: '名单（data/people.yaml）里没有可以代管的同事，请找管理员。',
  en: 'No colleague is named (data/people.yaml) who could stand in; please ask the administrator.',
};
const WELCOME_BACK = {
  zh: '欢迎回来，提醒从今天起又叫您。',
  en: 'Welcome back: reminders call you again from today on.',
};
const WAS_NOT_AWAY = {
  zh: '您没有把合约交给别人。',
  en: 'You had not handed your contracts over.',
};
const PICK = { zh: '请选一位同事。', en: 'Please pick a colleague.' };
const DAYS = { zh: '请选开始和结束的日期。', en: 'Please pick the first and the last day.' };
