import type { Bilingual } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Due } from '../../reminders/due.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import type { Outcome, Term } from '../../reminders/term.ts';
import { shortDay } from './end-day.ts';

/** What is said in a channel: one language, or the Chinese and then the English. */
export function inLanguage({ zh, en }: Bilingual, language: ChannelLanguage): string {
  if (language === 'both') return zh === en ? zh : `${zh} · ${en}`;
  return language === 'zh' ? zh : en;
}

/** Why it is said today and not on the stage's own day; null where it is its day. */
export function whyToday({ movedFrom, lateFrom, snoozedUntil }: Due): Bilingual | null {
  if (snoozedUntil !== null) return { zh: '推迟到今天', en: 'put off until today' };
  if (lateFrom !== null) {
    const { zh, en } = shortDay(lateFrom);
    return { zh: `补发，原定${zh}`, en: `late, it was due ${en}` };
  }
  if (movedFrom === null) return null;
  const { zh, en } = shortDay(movedFrom);
  return { zh: `原定${zh}，遇放假调整`, en: `moved from ${en}, a day off` };
}

export const OUTCOME_NAMES: Readonly<Record<Outcome, Bilingual>> = {
  renewed: { zh: '已续约', en: 'renewed' },
  refused: { zh: '客户拒绝', en: 'refused' },
  unreachable: { zh: '联系不上', en: 'not reached' },
  'ported-out': { zh: '已携号转出', en: 'ported out' },
  disconnected: { zh: '已拆机', en: 'disconnected' },
  'not-ours': { zh: '不是本厅客户', en: 'not ours' },
};

/** What became of a term; null while nothing did. */
export function standingInWords(
  term: Term,
  reasonOf: (id: string) => Bilingual | null,
): Bilingual | null {
  if (term.outcome !== null) {
    const name = OUTCOME_NAMES[term.outcome];
    const why = term.reason === null ? null : reasonOf(term.reason);
    if (term.renewedUntil !== null) {
      return {
        zh: `${name.zh}，到${term.renewedUntil}`,
        en: `${name.en} until ${term.renewedUntil}`,
      };
    }
    return why === null ? name : { zh: `${name.zh}（${why.zh}）`, en: `${name.en} (${why.en})` };
  }
  if (term.snoozedUntil !== null) {
    const { zh, en } = shortDay(term.snoozedUntil);
    return { zh: `推迟到${zh}`, en: `put off until ${en}` };
  }
  return term.unreachable === 0
    ? null
    : {
        zh: `打了${term.unreachable}次没接通`,
        en: `called ${times(term.unreachable)}, not reached`,
      };
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

export function headline(count: number, today: Day): Bilingual {
  const { zh, en } = shortDay(today);
  return {
    zh: `${zh}续约提醒：${count}个合约`,
    en: `Renewals for ${en}: ${count} ${count === 1 ? 'contract' : 'contracts'}`,
  };
}
