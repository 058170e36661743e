import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { StepAnswer } from '../../complaints/case.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import type { Found, Screened } from '../../screened.ts';
import { context, type MessageView, section } from './blocks.ts';
import { evidenceWords } from './case-words.ts';
import { harmless, linked, type Markup, people, stacked } from './markup.ts';

const LINE = 400;

/** A short notice in one language. */
export function noticeView(words: string): MessageView {
  const text = harmless(words, 2_000);
  return { text, blocks: [section(text)] };
}

/** What was answered to a step, in one line: it takes the place of the buttons. */
export function answeredLine(
  { number, step, answer }: StepStanding,
  today: Day,
  language: Language,
): Markup {
  if (answer === null) return harmless(`${number}. ${step.title[language]}`, LINE);
  const who = people([answer.stamp.who]);
  const mark = answer.what === 'done' ? '✅' : '➖';
  const what = harmless(
    `${mark} ${number}. ${step.title[language]}${answerWords(step, answer, today, language)}`,
    LINE,
  );
  return `${what} · ${who}` as Markup;
}

function answerWords(
  step: StepStanding['step'],
  answer: StepAnswer,
  today: Day,
  language: Language,
): string {
  const colon = language === 'zh' ? '：' : ': ';
  if (answer.what === 'not-applicable') {
    return `${colon}${language === 'zh' ? '不适用，' : 'not applicable, '}${answer.reason}`;
  }
  const choice = step.asks?.choices.find(({ id }) => id === answer.choice)?.name[language];
  const parts = [
    ...(choice === undefined ? [] : [choice]),
    ...answer.evidence.map((one) => evidenceWords(one, today, language)),
    ...(answer.note === null ? [] : [answer.note]),
  ];
  return parts.length === 0 ? '' : `${colon}${parts.join(language === 'zh' ? '；' : '; ')}`;
}

/** In place of a step that has been answered: what was answered, without buttons. */
export function answeredView(standing: StepStanding, today: Day, language: Language): MessageView {
  const line = answeredLine(standing, today, language);
  return { text: line, blocks: [context(line)] };
}

/** In place of a step that is no longer asked, for whatever reason. */
export function passedByView(language: Language): MessageView {
  const line = harmless(
    { zh: '这一步已经不在问了。', en: 'This step is not being asked any more.' }[language],
  );
  return { text: line, blocks: [context(line)] };
}

export const SAID = {
  old: {
    zh: '这个按钮已经旧了：这一步有人答过了，或者清单往前走了。没有记两遍。现在问的是：',
    en: 'This button is old: its step was answered already, or the case has gone on. Nothing was counted twice. Now it asks:',
  },
  meanwhile: {
    zh: '您打字的时候，案子已经往前走了，所以没有把它记在新的一步上。现在问的是：',
    en: 'While you typed, the case went on, so your words were not taken for the new step. Now it asks:',
  },
  notUnderstood: {
    zh: '没看懂。这一步可以打：好了、不适用 因为……、上一步、帮助；要凭证的打：录音编号 20150210-17，客服系统，2月10日。也可以直接问问题。',
    en: 'I did not understand. For this step type: done, not applicable because …, back, help; or its evidence: recording 20150210-17, CRM, 10 Feb. You can also just ask a question.',
  },
  helpAsked: {
    zh: '已经告诉主管和投诉专员，这一步先放着，接着做下一步。',
    en: 'The manager and the complaint officers have been told; this step waits, and the next one is asked.',
  },
  oldForm: {
    zh: '这一步有人答过了，或者清单往前走了，没有记。请关上这个窗口，看最新的一步。',
    en: 'This step was answered already, or the case has gone on; nothing was kept. Please close this window and look at the newest step.',
  },
  closed: {
    zh: '这个案子已经结案。要继续，请在卡片的菜单里选“重新打开”。',
    en: 'This case is closed. To go on, choose “Reopen” in the menu of its card.',
  },
  noBack: {
    zh: '这是第一步，前面没有答过的了。',
    en: 'This is the first step; nothing before it was answered.',
  },
  gone: {
    zh: '找不到这个案子。',
    en: 'There is no such case.',
  },
  linked: {
    zh: '文件已作为凭证链接（只记位置，不下载）。',
    en: 'The file is linked as evidence: only where it is, nothing is downloaded.',
  },
  pictures: {
    zh: '如果这张图是身份证、护照等证件，请马上删除这条消息：证件照片不能放在聊天里，案卷只记“已核对”和日期。别的图已经作为凭证链接。',
    en: 'If this is a picture of an identity document, please delete the message now: such pictures must not be in chat; the case only says “checked” and the day. Any other picture is linked as evidence.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const FOUND_NAMES: Readonly<Record<Found, Bilingual>> = {
  'identity-number': { zh: '证件号码', en: 'the number of an identity document' },
  password: { zh: '密码', en: 'a password' },
  'bank-card': { zh: '银行卡号', en: 'the number of a bank card' },
  phone: { zh: '完整的手机号', en: 'a full phone number' },
};

/** Asks somebody, in private, to delete what must not stand in a chat. */
export function deleteWords({ found, isRefused }: Screened): Bilingual {
  const zh = found.map((kind) => FOUND_NAMES[kind].zh).join('和');
  const en = found.map((kind) => FOUND_NAMES[kind].en).join(' and ');
  return isRefused
    ? {
        zh: `您的消息里好像有${zh}。聊天里谁都翻得到，会害到客户：请删除这条消息。我没有保存，也没有当作回答；请去掉后再打一遍。`,
        en: `Your message seems to hold ${en}. Whoever reads this chat can find it, and that harms the customer: please delete the message. I kept none of it and took it for no answer; please type it again without.`,
      }
    : {
        zh: `您的消息里好像有${zh}。我记下的已经打码；请把这条消息删除，聊天里谁都翻得到。`,
        en: `Your message seems to hold ${en}. What I keep is masked; please delete the message, as whoever reads this chat can find it.`,
      };
}

/** To whom help is asked of: where, and by whom. */
export function helpWantedView(sketch: {
  readonly id: string;
  readonly title: Bilingual;
  readonly step: string;
  readonly by: string;
  readonly note: string | null;
  readonly link: string | null;
  readonly language: Language;
}): MessageView {
  const { id, title, step, by, note, link, language } = sketch;
  const zh = language === 'zh';
  const lines = [
    harmless(
      zh
        ? `🙋 ${id}（${title.zh}）有人请您帮忙。`
        : `🙋 Your help is asked for in ${id} (${title.en}).`,
      LINE,
    ),
    [harmless(zh ? `步骤：${step} ·` : `Step: ${step} ·`, LINE), people([by])].join(' ') as Markup,
    ...(note === null ? [] : [harmless(zh ? `他说：${note}` : `He says: ${note}`, LINE)]),
    ...(link === null ? [] : [linked(zh ? '打开案子' : 'Open the case', link)]),
  ];
  const text = stacked(lines);
  return { text, blocks: [section(text)] };
}
