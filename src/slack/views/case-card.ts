import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { CaseClock } from '../../complaints/clocks.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { context, type MessageView, menu, section } from './blocks.ts';
import { CASE_MENU, encodeMenu, type MenuDeed } from './case-ids.ts';
import { shortDay } from './case-words.ts';
import { bold, harmless, type Markup, people, stacked } from './markup.ts';

export type CardSeen = {
  readonly today: Day;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly hasReport: boolean;
};

/** The card at the top of a case's thread: how it stands. It is changed in place, never posted again. */
export function caseCard(now: CaseNow, seen: CardSeen): MessageView {
  const { language } = now.case;
  const lines = [headLine(now, language), ...bodyLines(now, seen)];
  const blocks: KnownBlock[] = [section(stacked(lines)), ...skippedBlocks(now, language)];
  return {
    text: stacked(lines),
    blocks: [...blocks, menuBlock(now, seen)],
  };
}

const LINE = 200;

function headLine(
  { case: { id, state, closed, pauses }, checklist }: CaseNow,
  language: Language,
): Markup {
  const isPaused = pauses.some(({ to }) => to === null);
  const mark = state === 'closed' ? '✅' : isPaused ? '⏸' : '📂';
  const how = closed === null ? '' : language === 'zh' ? '（已结案）' : ' (closed)';
  return bold(`${mark} ${id} ${checklist.title[language]}${how}`, LINE);
}

function bodyLines(now: CaseNow, { today, nameOf }: CardSeen): readonly Markup[] {
  const { case: one, checklist } = now;
  const { language, outlet, hall, owner } = one;
  const place = [outlet === null ? null : (nameOf(outlet)?.[language] ?? outlet), hall]
    .filter((part) => part !== null)
    .join(' ');
  const who = stacked([
    [people([owner]), harmless(place === '' ? '' : `· ${place}`, LINE)].join(' ') as Markup,
  ]);
  const { done, all } = now.progress;
  const step = one.state === 'open' ? now.next : null;
  const version = language === 'zh' ? `第${checklist.version}版` : `v${checklist.version}`;
  return [
    who,
    harmless(`${bar(done, all)} ${progressWords(done, all, language)} · ${version}`, LINE),
    ...(step === null
      ? [harmless(endWords(now, language), LINE)]
      : [harmless(nowWords(step.number, step.step.title[language], language), LINE)]),
    ...clockLines(now, today).map((line) => harmless(line, LINE)),
  ];
}

const SIGNS = 10;

/** Signs that every phone and every reader of the practice page shows alike. */
export function bar(done: number, all: number): string {
  const full = all === 0 ? SIGNS : Math.floor((done * SIGNS) / all);
  return '▰'.repeat(full) + '▱'.repeat(SIGNS - full);
}

function progressWords(done: number, all: number, language: Language): string {
  return language === 'zh' ? `${done}/${all}步` : `${done} of ${all} steps`;
}

function nowWords(number: number, title: string, language: Language): string {
  return language === 'zh' ? `👉 第${number}步：${title}` : `👉 Step ${number}: ${title}`;
}

function endWords({ case: { closed } }: CaseNow, language: Language): string {
  if (closed !== null) return language === 'zh' ? '全部记录都保存着。' : 'All of it is kept.';
  return language === 'zh'
    ? '👉 步骤都答完了：在下面的菜单里结案。'
    : '👉 All steps are answered: close it in the menu below.';
}

/** Both clocks in words: `⚖️ 法定：2月25日周三前答复，还有15天`. */
export function clockLines(
  { case: { language, state }, clocks }: CaseNow,
  today: Day,
): readonly string[] {
  const { legal, branch } = clocks;
  if (state === 'closed') return [];
  return [
    clockWords({ clock: legal, name: NAMES.legal[language], isPaused: false }, today, language),
    ...(branch === null
      ? []
      : [
          clockWords(
            { clock: branch, name: NAMES.branch[language], isPaused: branch.isPaused },
            today,
            language,
          ),
        ]),
  ];
}

const NAMES: Readonly<Record<'legal' | 'branch', Bilingual>> = {
  legal: { zh: '⚖️ 法定：', en: '⚖️ Legal: ' },
  branch: { zh: '🏢 本公司：', en: '🏢 Branch: ' },
};

type Shown = { readonly clock: CaseClock; readonly name: string; readonly isPaused: boolean };

function clockWords({ clock, name, isPaused }: Shown, today: Day, language: Language): string {
  const { dueOn, actBy, metOn, daysLeft, isLate } = clock;
  const zh = language === 'zh';
  if (metOn !== null) {
    const day = shortDay(metOn, today, language);
    const late = isLate ? (zh ? '（超时）' : ' (late)') : '';
    return `${name}${zh ? `${day}已答复` : `answered ${day}`}${late}`;
  }
  if (isPaused) return `${name}${zh ? '暂停中' : 'stands still'}`;
  if (dueOn === null)
    return `${name}${zh ? '工作日历没有公布，算不出' : 'working days of that year are not published'}`;
  const due = shortDay(dueOn, today, language);
  const earlier = actBy === null || actBy === dueOn ? null : shortDay(actBy, today, language);
  const left = leftWords(daysLeft, language);
  return zh
    ? `${name}${due}前答复${earlier === null ? '' : `（放假，${earlier}前办）`}，${left}`
    : `${name}answer by ${due}${earlier === null ? '' : ` (days off: act by ${earlier})`}, ${left}`;
}

/** How much time is left, or how late it is. */
export function leftWords(daysLeft: number | null, language: Language): string {
  if (daysLeft === null) return '';
  const days = Math.abs(daysLeft);
  if (language === 'zh') {
    if (daysLeft < 0) return `🔴 已超${days}天`;
    return daysLeft === 0 ? '🔴 就是今天' : `${daysLeft <= 2 ? '🟠 ' : ''}还有${days}天`;
  }
  const name = days === 1 ? 'day' : 'days';
  if (daysLeft < 0) return `🔴 ${days} ${name} late`;
  return daysLeft === 0 ? '🔴 that is today' : `${daysLeft <= 2 ? '🟠 ' : ''}${days} ${name} left`;
}

function skippedBlocks({ standing }: CaseNow, language: Language): readonly KnownBlock[] {
  const titles = standing
    .filter(({ state }) => state === 'off')
    .map(({ number, step }) => `${number}. ${step.title[language]}`);
  if (titles.length === 0) return [];
  const words =
    language === 'zh'
      ? `按前面的回答不用做：${titles.join('；')}`
      : `Not needed, by the answers so far: ${titles.join('; ')}`;
  return [context(harmless(words, 600))];
}

const MENU_NAMES: Readonly<Record<MenuDeed, Bilingual>> = {
  assign: { zh: '交给别人', en: 'Hand over' },
  'take-over': { zh: '我来接手', en: 'Take over' },
  escalate: { zh: '上报', en: 'Escalate' },
  pause: { zh: '暂停本公司时限', en: 'Pause the branch clock' },
  resume: { zh: '恢复计时', en: 'Resume the clock' },
  move: { zh: '改用新版清单', en: 'Use the newer checklist' },
  'change-checklist': { zh: '换一种清单', en: 'Change the checklist' },
  tell: { zh: '记下已答复客户', en: 'Customer was told' },
  close: { zh: '结案', en: 'Close the case' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  report: { zh: '案卷（文件）', en: 'Case file' },
  where: { zh: '再问一遍当前步骤', en: 'Ask the step again' },
};

/** What can be done to a case as it stands. */
export function menuDeeds(
  { case: one, newest, checklist }: CaseNow,
  hasReport: boolean,
): readonly MenuDeed[] {
  const report: readonly MenuDeed[] = hasReport ? ['report'] : [];
  if (one.state === 'closed') return ['reopen', ...report];
  const isPaused = one.pauses.some(({ to }) => to === null);
  const move: readonly MenuDeed[] = newest > checklist.version ? ['move'] : [];
  return [
    ...(['tell', 'close', 'assign', 'take-over', 'escalate'] as const),
    isPaused ? 'resume' : 'pause',
    ...move,
    'change-checklist',
    ...report,
    'where',
  ];
}

function menuBlock(now: CaseNow, { hasReport }: CardSeen): KnownBlock {
  const { id, language } = now.case;
  return menu({
    blockId: 'case-card',
    actionId: CASE_MENU,
    placeholder: language === 'zh' ? '要做什么…' : 'Do something…',
    options: menuDeeds(now, hasReport).map((deed) => ({
      id: encodeMenu({ deed, caseId: id, language }),
      label: MENU_NAMES[deed][language],
    })),
  });
}
