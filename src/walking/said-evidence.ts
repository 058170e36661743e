import type { Day } from '../calendar/day.ts';
import type { EvidenceKind, EvidenceWanted, Signer } from '../checklists/checklist.ts';
import type { Evidence } from '../complaints/case.ts';
import { daysIn } from '../language/days.ts';
import { normalise } from '../language/normalise.ts';
import { KIND_WORDS, PLACE_WORDS, SIGNED, SIGNER_WORDS, UNSIGNED } from './evidence-words.ts';

const QUESTION =
  /[?？]$|[吗呢][.。!！]?$|怎么|怎样|如何|多少|几时|什么时候|哪[里个些天]|^(?:how|what|when|which|where|who|why|can|may|is|are|do|does|should)\b/i;

/** Whether it asks something: a question in the middle is never taken for an answer. */
export function isAsking(said: string): boolean {
  return QUESTION.test(said.trimEnd());
}

/**
 * Evidence as it is typed: 录音编号 20150210-17，客服系统，2月10日. Null where neither its kind nor a number is named. What
 * is not said stays open; what the step needs of it, the case's own guard asks for.
 */
export function saidEvidence(said: string, wanted: EvidenceWanted, today: Day): Evidence | null {
  const parts = said
    .split(/[,，;；、。\n]+|(?<=\d) (?=\p{Script=Han})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kind = kindIn(said, wanted.kinds);
  const numbered = parts.map((part) => ({ part, number: numberIn(part) }));
  const number = numbered.find((one) => one.number !== null)?.number ?? null;
  if (kind === null || (number === null && !parts.some((part) => PLACE_WORDS.test(part)))) {
    return null;
  }
  return {
    kind,
    number,
    kept: keptIn(parts, number),
    day: dayIn(parts, number, today),
    signedBy: signersIn(parts),
  };
}

function kindIn(said: string, kinds: readonly EvidenceKind[]): EvidenceKind | null {
  const named = KIND_WORDS.filter(([, words]) => words.test(said)).map(([kind]) => kind);
  const [only] = kinds;
  return named.find((kind) => kinds.includes(kind)) ?? (kinds.length === 1 ? (only ?? null) : null);
}

// A number of a form or a recording has a digit in it, and is no day.
const AFTER_WORD =
  /(?:编号|单号|流水号?|号码|号|no\.?|number|id|serial|#)[ :：为是]*([A-Za-z0-9][\w./-]{1,39})/i;
const ALONE = /(?<![\w.-])([A-Za-z]{0,6}[-_]?\d[\w./-]{2,39})(?![\w号日月年])/;
const DAY_WRITTEN = /^(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}$/;

function numberIn(part: string): string | null {
  const [, named] = AFTER_WORD.exec(part) ?? [];
  if (named !== undefined && /\d/.test(named)) return named;
  const [, alone] = ALONE.exec(part) ?? [];
  return alone === undefined || DAY_WRITTEN.test(alone) ? null : alone;
}

const KEPT_MAX = 120;

function keptIn(parts: readonly string[], number: string | null): string | null {
  const place = parts.find(
    (part) => PLACE_WORDS.test(part) && (number === null || !part.includes(number)),
  );
  const within = place ?? parts.find((part) => PLACE_WORDS.test(part));
  const words = within
    ?.replace(number ?? '\u0000', '')
    .replace(/^(?:存放?在?|放在?|保存在|kept (?:in|at)|in|at|filed (?:in|under))[ :：]*/i, '')
    .trim();
  return words === undefined || words === '' ? null : words.slice(0, KEPT_MAX);
}

function signersIn(parts: readonly string[]): readonly Signer[] {
  const signed = parts.filter((part) => SIGNED.test(part) && !UNSIGNED.test(part));
  return SIGNER_WORDS.filter(([, words]) => signed.some((part) => words.test(part))).map(
    ([signer]) => signer,
  );
}

// "3号档案盒" is a box and no day: where it is kept is looked at last, and only for a day that is written out.
function dayIn(parts: readonly string[], number: string | null, today: Day): Day | null {
  const apart = parts.filter((part) => !PLACE_WORDS.test(part));
  const among = parts.filter((part) => PLACE_WORDS.test(part) && WRITTEN_OUT.test(part));
  for (const part of [...apart, ...among]) {
    const text = number === null ? part : part.replace(number, ' ');
    const found = daysIn(normalise(text).plain, today).find(({ unit }) => unit === 'day');
    if (found !== undefined) return found.span.from;
  }
  return null;
}

const WRITTEN_OUT = /月|\d[-/.]\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
