import { dayInWords } from '../answers/wording.ts';
import { daysBetween } from '../calendar/day.ts';
import type { Case } from '../complaints/case.ts';
import {
  type BranchClock,
  type CaseClock,
  clocksOf,
  type LegalClock,
} from '../complaints/clocks.ts';
import type { Part } from '../paper.ts';
import { masked } from './masked.ts';
import { labelled, NONE } from './words.ts';
import type { FileWorld } from './world.ts';

/** Whether a deadline was kept, in words. The first answer to the customer stops a clock. */
export function verdictInWords(
  { dueOn, metOn }: Pick<CaseClock, 'dueOn' | 'metOn'>,
  { language, today }: FileWorld,
): string {
  const isZh = language === 'zh';
  if (dueOn === null) {
    return isZh
      ? '暂停中，或那一年的工作日安排还没有公布'
      : 'It stands, or the working days of that year are not published yet';
  }
  const over = daysBetween(dueOn, metOn ?? today);
  const count = Math.abs(over);
  const days = isZh ? `${count}天` : `${count} ${count === 1 ? 'day' : 'days'}`;
  if (metOn === null) {
    if (over > 0) return isZh ? `还没有答复，已超过${days}` : `Not answered yet, ${days} late`;
    return isZh ? `还没有答复，还有${days}` : `Not answered yet, ${days} left`;
  }
  if (over > 0) return isZh ? `超过${days}` : `No, ${days} late`;
  if (over === 0) return isZh ? '在期限内（最后一天）' : 'Yes (on the last day)';
  return isZh ? `在期限内（提前${days}）` : `Yes (${days} early)`;
}

/** The document and clause that a limit comes from. */
export function legalSource(rule: string, { limits, language }: FileWorld): string {
  const source = limits.find(({ id }) => id === rule)?.source;
  return source === undefined ? rule : `${source.document[language]} ${source.clause[language]}`;
}

/** Both clocks with their sources, whether they were kept, and when the branch's own stood. */
export function clocksPart(found: Case, world: FileWorld): readonly Part[] {
  const isZh = world.language === 'zh';
  const { legal, branch } = clocksOf(found, world);
  return [
    { kind: 'heading', level: 1, text: isZh ? '两个时限' : 'The two clocks' },
    {
      kind: 'table',
      head: isZh
        ? ['时限', '多长', '最迟', '是否按时', '依据']
        : ['Clock', 'Length', 'Due on', 'Kept', 'Source'],
      rows: [legalRow(legal, world), ...(branch === null ? [] : [branchRow(branch, world)])],
      shares: [14, 14, 13, 21, 38],
    },
    {
      kind: 'text',
      isQuiet: true,
      text: isZh
        ? `从收到投诉的${found.receivedOn}起算，当天不计；法定时限不暂停，截止日不因节假日顺延。`
        : `Counted from ${found.receivedOn}, the day of receipt, which itself does not count. The legal clock never stops, and no deadline moves for a holiday.`,
    },
    ...lawPart(legal, world),
    ...pausesPart(found, world),
  ];
}

function legalRow(legal: LegalClock, world: FileWorld): readonly string[] {
  const isZh = world.language === 'zh';
  return [
    isZh ? '法定' : 'Legal',
    isZh ? `${legal.days}天` : `${legal.days} days`,
    legal.dueOn,
    verdictInWords(legal, world),
    legalSource(legal.rule, world),
  ];
}

function branchRow(clock: BranchClock, world: FileWorld): readonly string[] {
  const { language, branch } = world;
  const isZh = language === 'zh';
  const assumed = branch.assumed?.[language];
  return [
    isZh ? '分公司' : "Branch's own",
    isZh ? `${clock.days}个工作日` : `${clock.days} working days`,
    clock.dueOn ?? NONE,
    verdictInWords(clock, world),
    [
      branch.document[language],
      ...(assumed === undefined ? [] : [labelled(isZh ? '假设' : 'Assumed', assumed, language)]),
    ].join('\n'),
  ];
}

/** A limit that came into force later is kept to all the same, and the reader is told. */
function lawPart({ inForceLater }: LegalClock, { language }: FileWorld): readonly Part[] {
  if (inForceLater === null) return [];
  const from = dayInWords(inForceLater, language);
  const text =
    language === 'zh'
      ? `该办法自${from}起施行，收到投诉时还没有施行；这里按它的期限办理。`
      : `These rules are in force from ${from}, after the complaint was received; their limit was kept to all the same.`;
  return [{ kind: 'text', isQuiet: true, text }];
}

function pausesPart({ pauses }: Case, { language }: FileWorld): readonly Part[] {
  if (pauses.length === 0) return [];
  const isZh = language === 'zh';
  return [
    {
      kind: 'heading',
      level: 2,
      text: isZh ? '分公司时限的暂停' : "When the branch's clock stood",
    },
    {
      kind: 'table',
      head: isZh ? ['从', '到', '原因'] : ['From', 'To', 'Reason'],
      rows: pauses.map(({ from, to, reason }) => [
        from,
        to ?? (isZh ? '仍在暂停' : 'still standing'),
        masked(reason),
      ]),
      shares: [18, 18, 64],
    },
  ];
}
