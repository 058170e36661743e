import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { EvidenceWanted, Step } from '../checklists/checklist.ts';
import type { Evidence, Given } from './case.ts';
import { FIELD_WORDS, SIGNER_WORDS } from './evidence-words.ts';
import { keptNote, keptReason, keptText } from './free-text.ts';
import { type Refusal, refusal } from './world.ts';

type KeptAnswer = { readonly ok: true; readonly given: Given; readonly hasMasked: boolean };

/** An answer as it may be kept, or what it lacks. */
export function keptAnswer(step: Step, given: Given, today: Day): KeptAnswer | Refusal {
  if (given.what === 'not-applicable') return keptPassing(step, given.reason);
  const choice = step.asks === null ? null : given.choice;
  if (step.asks !== null && !step.asks.choices.some(({ id }) => id === choice)) {
    const names = step.asks.choices.map(({ name }) => name);
    return refusal(
      'choice-missing',
      `这一步要回答：${step.asks.question.zh}（${names.map(({ zh }) => zh).join('／')}）`,
      `This step asks: ${step.asks.question.en} (${names.map(({ en }) => en).join(' / ')})`,
    );
  }
  const note = keptNote(given.note);
  if (!note.ok) return note;
  const evidence: Evidence[] = [];
  for (const one of given.evidence) {
    const kept = keptEvidence(one, today);
    if (!kept.ok) return kept;
    evidence.push(kept.evidence);
  }
  const lacks = lackingEvidence(step.evidence, evidence, choice);
  if (lacks !== null)
    return refusal(
      'evidence-missing',
      `“${step.title.zh}”要登记凭证才能完成，还缺：${lacks.zh}。`,
      `"${step.title.en}" needs its evidence before it is done. Still missing: ${lacks.en}.`,
    );
  return {
    ok: true,
    given: { what: 'done', choice, evidence, note: note.text },
    hasMasked: note.hasMasked,
  };
}

function keptPassing(step: Step, reason: string): KeptAnswer | Refusal {
  if (step.isRequired && step.mayNotApply === null)
    return refusal(
      'must-apply',
      `“${step.title.zh}”不能跳过。做不了的话请点“需要帮助”，或者升级处理。`,
      `"${step.title.en}" cannot be passed over. If you cannot do it, ask for help or escalate the case.`,
    );
  const kept = keptReason(reason);
  if (!kept.ok) return kept;
  return {
    ok: true,
    given: { what: 'not-applicable', reason: kept.text },
    hasMasked: kept.hasMasked,
  };
}

function keptEvidence(
  evidence: Evidence,
  today: Day,
): { readonly ok: true; readonly evidence: Evidence } | Refusal {
  if (evidence.day !== null && evidence.day > today)
    return refusal(
      'day-wrong',
      `凭证日期${evidence.day}还没到，请核对。`,
      `The evidence's day, ${evidence.day}, lies in the future; please check it.`,
    );
  const number = keptText(evidence.number ?? '', { isNumberField: true });
  if (!number.ok) return number;
  const kept = keptText(evidence.kept ?? '');
  if (!kept.ok) return kept;
  return {
    ok: true,
    evidence: { ...evidence, number: number.text || null, kept: kept.text || null },
  };
}

/** What is still missing of the evidence of a step, in words; null where it is whole. One whole piece is enough. */
export function lackingEvidence(
  wanted: EvidenceWanted | null,
  given: readonly Evidence[],
  choice: string | null,
): Bilingual | null {
  if (wanted === null || (choice !== null && wanted.notNeededFor.includes(choice))) return null;
  const fitting = given.filter(({ kind }) => wanted.kinds.includes(kind));
  if (fitting.length === 0)
    return {
      zh: wanted.words.zh.replace(/。$/, ''),
      en: wanted.words.en.replace(/\.$/, ''),
    };
  const lacks = fitting
    .map((one) => lackingIn(wanted, one))
    .toSorted((one, other) => one.length - other.length)[0];
  if (lacks === undefined || lacks.length === 0) return null;
  return {
    zh: lacks.map(({ zh }) => zh).join('、'),
    en: lacks.map(({ en }) => en).join(', '),
  };
}

function lackingIn({ needs, signedBy }: EvidenceWanted, one: Evidence): readonly Bilingual[] {
  return [
    ...needs.filter((field) => one[field] === null).map((field) => FIELD_WORDS[field]),
    ...signedBy.filter((who) => !one.signedBy.includes(who)).map((who) => SIGNER_WORDS[who]),
  ];
}
