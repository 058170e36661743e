import { dayInWords } from '../answers/wording.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import type { Case } from '../complaints/case.ts';
import type { Part } from '../paper.ts';
import { masked } from './masked.ts';
import { labelled, NONE } from './words.ts';
import type { ClockState, FileWorld } from './world.ts';

/** The day on which the customer was given the answer that counts: the last one. */
export function answeredOn({ told }: Pick<Case, 'told'>): Day | null {
  return told.at(-1)?.on ?? null;
}

/** Whether a deadline was kept, in words. */
export function verdictInWords(
  { dueOn }: ClockState,
  answered: Day | null,
  { language, today }: FileWorld,
): string {
  const isZh = language === 'zh';
  if (dueOn === null) {
    return isZh
      ? '算不出：那一年的工作日安排还没有公布'
      : 'Cannot be reckoned: the working days of that year are not published yet';
  }
  const over = daysBetween(dueOn, answered ?? today);
  const days = isZh
    ? `${Math.abs(over)}天`
    : `${Math.abs(over)} ${Math.abs(over) === 1 ? 'day' : 'days'}`;
  if (answered === null) {
    if (over > 0) return isZh ? `还没有答复，已超过${days}` : `Not answered yet, ${days} late`;
    return isZh ? `还没有答复，还有${days}` : `Not answered yet, ${days} left`;
  }
  if (over > 0) return isZh ? `超过${days}` : `No, ${days} late`;
  const early =
    over === 0 ? (isZh ? '最后一天' : 'on the last day') : isZh ? `提前${days}` : `${days} early`;
  return isZh ? `在期限内（${early}）` : `Yes (${early})`;
}

/** Both clocks with their sources, whether they were kept, and when the branch's own stood. */
export function clocksPart(found: Case, world: FileWorld): readonly Part[] {
  const { language, legal, branch } = world;
  const isZh = language === 'zh';
  const answered = answeredOn(found);
  const row = (name: string, unit: string, clock: ClockState): readonly string[] => [
    name,
    `${clock.days}${isZh ? '' : ' '}${unit}`,
    clock.dueOn ?? NONE,
    verdictInWords(clock, answered, world),
    [
      `${clock.source.document[language]} ${clock.source.clause[language]}`,
      ...(clock.assumed === null
        ? []
        : [labelled(isZh ? '假设' : 'Assumed', clock.assumed[language], language)]),
    ].join('\n'),
  ];
  const rows = [
    row(isZh ? '法定' : 'Legal', isZh ? '天' : 'days', legal),
    ...(branch === null
      ? []
      : [row(isZh ? '分公司' : "Branch's own", isZh ? '个工作日' : 'working days', branch)]),
  ];
  return [
    { kind: 'heading', level: 1, text: isZh ? '两个时限' : 'The two clocks' },
    {
      kind: 'table',
      head: isZh
        ? ['时限', '多长', '最迟', '是否按时', '依据']
        : ['Clock', 'Length', 'Due on', 'Kept', 'Source'],
      rows,
      shares: [14, 14, 13, 21, 38],
    },
    {
      kind: 'text',
      isQuiet: true,
      text: isZh
        ? `从收到投诉的${found.receivedOn}起算；法定时限不暂停，截止日不因节假日顺延。`
        : `Counted from ${found.receivedOn}, the day of receipt. The legal clock never stops, and no deadline moves for a holiday.`,
    },
    ...lawPart(found, world),
    ...pausesPart(found, world),
  ];
}

/** A limit that came into force later is kept to all the same, and the reader is told. */
function lawPart({ legal, receivedOn }: Case, { language }: FileWorld): readonly Part[] {
  if (legal.inForceFrom <= receivedOn) return [];
  const from = dayInWords(legal.inForceFrom, language);
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
