import type { Bilingual, Language } from '../bilingual.ts';
import { dayAt, timeAt } from '../calendar/clock.ts';
import type { EvidenceKind, Signer, StepRole } from '../checklists/checklist.ts';
import type { Acceptance, ToldChannel } from '../complaints/case.ts';

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, Bilingual>> = {
  ticket: { zh: '工单', en: 'ticket' },
  'system-record': { zh: '系统记录', en: 'record in a system' },
  form: { zh: '业务单', en: 'form' },
  'photo-of-form': { zh: '业务单照片', en: 'photo of a form' },
  recording: { zh: '录音', en: 'recording' },
  letter: { zh: '函件', en: 'letter' },
  statement: { zh: '情况说明', en: 'statement' },
  list: { zh: '清单', en: 'list' },
  page: { zh: '书面说明', en: 'written page' },
  'meeting-note': { zh: '会议记录', en: 'note of a meeting' },
};

export const SIGNER_NAMES: Readonly<Record<Signer, Bilingual>> = {
  customer: { zh: '客户', en: 'customer' },
  manager: { zh: '值班经理', en: 'manager' },
  handler: { zh: '经办人', en: 'handler' },
};

export const ROLE_NAMES: Readonly<Record<StepRole, Bilingual>> = {
  'hall-staff': { zh: '厅内人员', en: 'hall staff' },
  'hall-manager': { zh: '厅经理', en: 'hall manager' },
  'complaint-officer': { zh: '投诉专员', en: 'complaint officer' },
};

export const CHANNEL_NAMES: Readonly<Record<ToldChannel, Bilingual>> = {
  'in-person': { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by phone' },
  letter: { zh: '书面', en: 'by letter' },
  message: { zh: '短信或消息', en: 'by message' },
};

export const ACCEPTANCE_NAMES: Readonly<Record<Acceptance, Bilingual>> = {
  accepted: { zh: '接受', en: 'accepted it' },
  'not-accepted': { zh: '不接受', en: 'did not accept it' },
  'no-word': { zh: '没有表示', en: 'did not say' },
};

/** `2015-01-12 09:30` on the branch's clock. */
export function momentIn(at: number, timeZone: string): string {
  return `${dayAt(at, timeZone)} ${timeAt(at, timeZone)}`;
}

/** A label and what it labels. */
export function labelled(label: string, words: string, language: Language): string {
  return language === 'zh' ? `${label}：${words}` : `${label}: ${words}`;
}

export function inBrackets(words: string, language: Language): string {
  if (words === '') return '';
  return language === 'zh' ? `（${words}）` : ` (${words})`;
}

export function quoted(words: string): string {
  return `“${words}”`;
}

/** Where there is nothing to say. */
export const NONE = '—';
