import type { Bilingual, Language } from '../../bilingual.ts';
import { type Day, dayOfMonth, monthNumber, weekdayOf, yearNumber } from '../../calendar/day.ts';
import type { EvidenceKind, Signer, StepRole } from '../../checklists/checklist.ts';
import type { Acceptance, Evidence, ToldChannel } from '../../complaints/case.ts';

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2月23日周一`, `Mon 23 Feb`; with its year where that is another one than today's. */
export function shortDay(day: Day, today: Day, language: Language): string {
  const [year, month, date] = [yearNumber(day), monthNumber(day), dayOfMonth(day)];
  const weekday = WEEKDAYS[language][weekdayOf(day) % 7] ?? '';
  const isOther = year !== yearNumber(today);
  return language === 'zh'
    ? `${isOther ? `${year}年` : ''}${month}月${date}日${weekday}`
    : `${weekday} ${date} ${MONTHS[month - 1] ?? ''}${isOther ? ` ${year}` : ''}`;
}

export const ROLE_NAMES: Readonly<Record<StepRole, Bilingual>> = {
  'hall-staff': { zh: '营业员', en: 'hall staff' },
  'hall-manager': { zh: '厅主管', en: 'hall manager' },
  'complaint-officer': { zh: '投诉专员', en: 'complaint officer' },
};

export const KIND_NAMES: Readonly<Record<EvidenceKind, Bilingual>> = {
  ticket: { zh: '投诉工单', en: 'complaint ticket' },
  'system-record': { zh: '系统记录', en: 'system record' },
  form: { zh: '业务单', en: 'form' },
  'photo-of-form': { zh: '业务单照片', en: 'photo of the form' },
  recording: { zh: '录音', en: 'recording' },
  letter: { zh: '书面答复', en: 'letter' },
  statement: { zh: '经过说明', en: 'statement' },
  list: { zh: '清单', en: 'list' },
  page: { zh: '说明页', en: 'page' },
  'meeting-note': { zh: '班会记录', en: 'meeting note' },
};

export const SIGNER_NAMES: Readonly<Record<Signer, Bilingual>> = {
  customer: { zh: '客户', en: 'the customer' },
  manager: { zh: '主管', en: 'the manager' },
  handler: { zh: '经办人', en: 'the handler' },
};

export const TOLD_NAMES: Readonly<Record<ToldChannel, Bilingual>> = {
  'in-person': { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by phone' },
  letter: { zh: '书面', en: 'by letter' },
  message: { zh: '短信', en: 'by text message' },
};

export const ACCEPTANCE_NAMES: Readonly<Record<Acceptance, Bilingual>> = {
  accepted: { zh: '客户接受', en: 'he accepts' },
  'not-accepted': { zh: '客户不接受', en: 'he does not accept' },
  'no-word': { zh: '客户没有表态', en: 'he has not said' },
};

/** Evidence in a few words: `录音 20150210-17，客服系统，2月10日周二，客户签`. */
export function evidenceWords(
  { kind, number, kept, day, signedBy }: Evidence,
  today: Day,
  language: Language,
): string {
  const signed = signedBy.map((signer) => SIGNER_NAMES[signer][language]);
  const parts = [
    [KIND_NAMES[kind][language], number].filter((part) => part !== null).join(' '),
    kept,
    day === null ? null : shortDay(day, today, language),
    signed.length === 0 ? null : SIGNED[language](signed),
  ];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}

const SIGNED: Readonly<Record<Language, (names: readonly string[]) => string>> = {
  zh: (names) => `${names.join('、')}已签`,
  en: (names) => `signed by ${names.join(' and ')}`,
};
