import { addMonths, type Day } from '../calendar/day.ts';
import type { Case, Evidence } from '../complaints/case.ts';
import { KIND_WORDS } from '../complaints/evidence-words.ts';
import type { StepStanding } from '../complaints/standing.ts';
import type { Part } from '../paper.ts';
import type { Limit } from '../policy/policy.ts';
import { signersInWords, stepTitle } from './happened.ts';
import { masked } from './masked.ts';
import { inBrackets, NONE } from './words.ts';
import type { FileWorld } from './world.ts';

type Listed = { readonly evidence: Evidence; readonly step: string; readonly isEarlier: boolean };

/** Every piece of evidence: what it is, its number, where it is, its day, who signed it, and how long it must be kept. */
export function evidencePart(
  found: Case,
  standing: readonly StepStanding[],
  world: FileWorld,
): readonly Part[] {
  const { language } = world;
  const isZh = language === 'zh';
  const all = evidenceOf(found, standing, world);
  const rows = all.map(({ evidence, step, isEarlier }, index) => [
    String(index + 1),
    KIND_WORDS[evidence.kind][language],
    masked(evidence.number ?? NONE, { isNumberField: true }),
    masked(evidence.kept ?? NONE),
    evidence.day ?? NONE,
    signersInWords(evidence, language) || NONE,
    `${step}${isEarlier ? inBrackets(isZh ? '先前的回答' : 'earlier answer', language) : ''}`,
  ]);
  return [
    { kind: 'heading', level: 1, text: isZh ? '凭证清单' : 'Evidence' },
    rows.length === 0
      ? { kind: 'text', text: isZh ? '没有登记凭证。' : 'No evidence is on record.' }
      : {
          kind: 'table',
          head: isZh
            ? ['序', '种类', '编号', '存放处', '日期', '签名', '步骤']
            : ['#', 'Kind', 'Number', 'Kept', 'Day', 'Signed by', 'Step'],
          rows,
          shares: [5, 13, 20, 19, 12, 11, 20],
        },
    { kind: 'text', text: keptInWords(found, world) },
  ];
}

function evidenceOf(
  found: Case,
  standing: readonly StepStanding[],
  world: FileWorld,
): readonly Listed[] {
  const now = standing.flatMap(({ answer, step }) =>
    answer?.what !== 'done'
      ? []
      : answer.evidence.map((evidence) => ({
          evidence,
          step: step.title[world.language],
          isEarlier: false,
        })),
  );
  const earlier = found.earlier.flatMap(({ answer, step }) =>
    answer.what !== 'done'
      ? []
      : answer.evidence.map((evidence) => ({
          evidence,
          step: stepTitle(step, answer.checklist, world),
          isEarlier: true,
        })),
  );
  return [...now, ...earlier];
}

/** An appeal may come until the authority takes it no more: so long the originals are needed. */
function keptInWords({ closed }: Case, { language, limits }: FileWorld): string {
  const isZh = language === 'zh';
  const fee = limits.find(({ id }) => id === 'fee-dispute-limit');
  const other = limits.find(({ id }) => id === 'other-dispute-limit');
  if (fee === undefined || other === undefined) return NONE;
  const source = `${other.source.document[language]} ${other.source.clause[language]}`;
  const long = (limit: Limit): string => lengthInWords(limit, isZh);
  if (closed === null) {
    return isZh
      ? `以上原件在结案后至少保存${long(other)}，只涉及收费的至少${long(fee)}（${source}：超过这个时间的申诉不予受理）。`
      : `The originals are kept for at least ${long(other)} after the case is closed, where it is about fees alone for ${long(fee)} (${source}: older appeals are not taken).`;
  }
  const on = closed.stamp.on;
  return isZh
    ? `以上原件至少保存到${keptUntil(on, other)}（结案后${long(other)}），只涉及收费的至少到${keptUntil(on, fee)}（${long(fee)}）。依据：${source}，超过这个时间的申诉不予受理。`
    : `The originals are kept until ${keptUntil(on, other)} at least (${long(other)} after it was closed), where it is about fees alone until ${keptUntil(on, fee)} (${long(fee)}). Source: ${source}; older appeals are not taken.`;
}

export function keptUntil(closedOn: Day, { number, unit }: Limit): Day {
  if (unit === 'months') return addMonths(closedOn, number);
  if (unit === 'years') return addMonths(closedOn, 12 * number);
  throw new Error(`a limit in ${unit} says nothing of how long to keep something`);
}

function lengthInWords({ number, unit }: Limit, isZh: boolean): string {
  if (isZh) return `${number}${unit === 'years' ? '年' : '个月'}`;
  return `${number} ${unit}`;
}
