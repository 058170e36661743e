import type { Bilingual } from '../bilingual.ts';
import type { EvidenceField, EvidenceKind, Signer, StepRole } from '../checklists/checklist.ts';
import type { Acceptance, ToldChannel } from './case.ts';

export const KIND_WORDS: Readonly<Record<EvidenceKind, Bilingual>> = {
  ticket: { zh: '工单', en: 'ticket' },
  'system-record': { zh: '系统记录', en: 'system record' },
  form: { zh: '业务单', en: 'form' },
  'photo-of-form': { zh: '业务单照片（存放在厅内）', en: 'photo of a form (kept at the hall)' },
  recording: { zh: '录音', en: 'recording' },
  letter: { zh: '书面答复', en: 'letter' },
  statement: { zh: '经过说明', en: 'written account' },
  list: { zh: '清单、明细', en: 'list' },
  page: { zh: '说明、意见', en: 'written page' },
  'meeting-note': { zh: '班会记录', en: "meeting's note" },
};

export const FIELD_WORDS: Readonly<Record<EvidenceField, Bilingual>> = {
  number: { zh: '编号', en: 'its number' },
  kept: { zh: '存放处或所在系统', en: 'where it is kept' },
  day: { zh: '日期', en: 'its day' },
};

export const SIGNER_WORDS: Readonly<Record<Signer, Bilingual>> = {
  customer: { zh: '客户签名', en: "the customer's signature" },
  manager: { zh: '经理签名', en: "the manager's signature" },
  handler: { zh: '经办人签名', en: "the handler's signature" },
};

export const ROLE_WORDS: Readonly<Record<StepRole, Bilingual>> = {
  'hall-staff': { zh: '营业员', en: 'hall staff' },
  'hall-manager': { zh: '厅经理', en: 'hall manager' },
  'complaint-officer': { zh: '投诉专员', en: 'complaint officer' },
};

export const CHANNEL_WORDS: Readonly<Record<ToldChannel, Bilingual>> = {
  'in-person': { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by phone' },
  letter: { zh: '书面', en: 'in writing' },
  message: { zh: '短信', en: 'by text message' },
};

export const ACCEPTANCE_WORDS: Readonly<Record<Acceptance, Bilingual>> = {
  accepted: { zh: '客户接受', en: 'he accepts' },
  'not-accepted': { zh: '客户不接受', en: 'he does not accept' },
  'no-word': { zh: '客户没有表态', en: 'he has not said' },
};
