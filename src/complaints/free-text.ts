import { type Found, screened } from '../screened.ts';
import { type Refusal, refusal } from './world.ts';

/** Longer than a phone's screen several times over; a case is no place for whole letters. */
const MOST_CHARACTERS = 2_000;

type Kept = { readonly ok: true; readonly text: string; readonly hasMasked: boolean };

/**
 * A text as it may be kept. A password, an identity number or a bank card refuses it; phones are masked. `isForgiving`
 * masks everything: for the words that a complaint begins with, which must not be lost.
 */
export function keptText(
  text: string,
  { isForgiving = false, isNumberField = false } = {},
): Kept | Refusal {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS && !isForgiving)
    return refusal(
      'too-long',
      `文字太长了（最多${MOST_CHARACTERS}个字）。请写要点，原文按凭证登记存放处。`,
      `That is too long (at most ${MOST_CHARACTERS} characters). Write the gist, and note where the full text is kept.`,
    );
  const found = screened(trimmed.slice(0, MOST_CHARACTERS), { isNumberField });
  if (found.isRefused && !isForgiving) return refusedFor(found.found);
  if (isNumberField && found.found.includes('phone'))
    return refusal(
      'personal-data',
      '这像是手机号码，不是单据编号，没有保存。请填单号；如果确实是流水号，请写成“流水号…”。',
      'This looks like a phone number, not a form number, and was not kept. If it is a serial number, write "serial …".',
    );
  return { ok: true, text: found.masked, hasMasked: found.found.length > 0 };
}

/** A reason, which must say something. */
export function keptReason(text: string): Kept | Refusal {
  if (text.trim() === '')
    return refusal(
      'reason-missing',
      '请写一句原因，以后看案卷的人才明白。',
      'Please give one reason, so that whoever reads the file later understands.',
    );
  return keptText(text);
}

export function keptNote(
  text: string | null,
): Kept | Refusal | { ok: true; text: null; hasMasked: false } {
  return text === null || text.trim() === ''
    ? { ok: true, text: null, hasMasked: false }
    : keptText(text);
}

const NAMES: Readonly<Record<Found, { readonly zh: string; readonly en: string }>> = {
  'identity-number': { zh: '证件号码', en: 'an identity number' },
  password: { zh: '密码', en: 'a password' },
  'bank-card': { zh: '银行卡号', en: 'a bank card number' },
  phone: { zh: '手机号码', en: 'a phone number' },
};

function refusedFor(found: readonly Found[]): Refusal {
  const kinds = found.filter((kind) => kind !== 'phone');
  const zh = kinds.map((kind) => NAMES[kind].zh).join('、');
  const en = kinds.map((kind) => NAMES[kind].en).join(' and ');
  return refusal(
    'personal-data',
    `里面像是有${zh}，没有保存。请把那条消息删掉，只写“已核对”或单据编号再发。`,
    `There seems to be ${en} in it; nothing was kept. Please delete that message, and write only "checked" or a form number.`,
    { askToDelete: true },
  );
}
