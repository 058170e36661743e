import { checklistOf } from '../checklists/checklist.ts';
import type { Case } from '../complaints/case.ts';
import { ACCEPTANCE_WORDS, CHANNEL_WORDS } from '../complaints/evidence-words.ts';
import { standingOf } from '../complaints/standing.ts';
import type { Paper, Part } from '../paper.ts';
import { Problem } from '../problem.ts';
import { clocksPart } from './clocks-part.ts';
import { evidencePart } from './evidence-part.ts';
import { frontPage } from './front-page.ts';
import { checklistTitle, happenedInWords, outcomeName } from './happened.ts';
import { masked } from './masked.ts';
import { stepsPart } from './steps-part.ts';
import { timelineOf, withChecklists } from './timeline.ts';
import { inBrackets, momentIn, NONE } from './words.ts';
import type { CaseWithHistory, FileWorld } from './world.ts';

/**
 * Everything that is on record of a case, as it may be handed to the authority: a first page that answers what is
 * asked first, then the whole. Phones, identity numbers and names are masked, in whatever somebody typed.
 */
export function caseFile({ found, history }: CaseWithHistory, world: FileWorld): Paper {
  const { language, now } = world;
  const isZh = language === 'zh';
  const checklist = checklistOf(world.checklists, found.checklist);
  if (checklist === null) {
    const { id, version } = found.checklist;
    throw new Problem(
      'data',
      `the checklist ${id}, version ${version}, of case ${found.id} is not in the data`,
    );
  }
  const standing = standingOf(found, checklist);
  return {
    title: isZh ? `投诉案卷 ${found.id}` : `Case file ${found.id}`,
    language,
    foot: isZh
      ? `投诉案卷 ${found.id} · 客户信息已遮盖`
      : `Case file ${found.id} · customer's data masked`,
    madeAt: now,
    parts: [
      ...frontPage(found, standing, world),
      { kind: 'page' },
      ...headPart({ found, history }, world),
      ...clocksPart(found, world),
      ...stepsPart(found, { checklist, standing }, world),
      ...evidencePart(found, standing, world),
      ...toldPart(found, world),
      ...handOvers(history, world),
      { kind: 'heading', level: 1, text: isZh ? '时间线' : 'Timeline' },
      timelineOf(history, world),
    ],
  };
}

function headPart({ found, history }: CaseWithHistory, world: FileWorld): readonly Part[] {
  const { language, timeZone, nameOf } = world;
  const isZh = language === 'zh';
  const { closed, opened } = found;
  const pairs: readonly (readonly [string, string])[] = [
    [isZh ? '案件' : 'Case', found.id],
    [isZh ? '检查单' : 'Checklist', checklistTitle(found.checklist, world)],
    [isZh ? '网点' : 'Outlet', placeInWords(found, world)],
    [isZh ? '负责人' : 'Owner', ownersOf(history).map(nameOf.person).join(' → ')],
    [
      isZh ? '登记' : 'Registered',
      `${momentIn(opened.at, timeZone)} ${nameOf.person(opened.who)}${inBrackets(opened.origin, language)}`,
    ],
    [isZh ? '收到' : 'Received', found.receivedOn],
    [isZh ? '合约' : 'Contract', masked(found.contract ?? NONE)],
    [isZh ? '涉及优惠' : 'Offer', found.offer === null ? NONE : nameOf.offer(found.offer)],
    [isZh ? '涉及规定' : 'Rule', found.rule === null ? NONE : nameOf.rule(found.rule)],
    [
      isZh ? '结案' : 'Closed',
      closed === null
        ? NONE
        : `${momentIn(closed.stamp.at, timeZone)} ${nameOf.person(closed.stamp.who)}`,
    ],
    [
      isZh ? '结果' : 'Outcome',
      closed === null
        ? NONE
        : [outcomeName(closed.outcome, world), masked(closed.note ?? '')]
            .filter((line) => line !== '')
            .join('\n'),
    ],
  ];
  return [
    { kind: 'heading', level: 1, text: isZh ? '案件' : 'The case' },
    { kind: 'pairs', pairs },
  ];
}

/** Who had the case, one after the other. */
function ownersOf(history: CaseWithHistory['history']): readonly string[] {
  const all = history.flatMap(({ happened }) => {
    if (happened.kind === 'opened') return [happened.owner];
    return happened.kind === 'assigned' ? [happened.to] : [];
  });
  return all.filter((owner, index) => owner !== all[index - 1]);
}

function placeInWords({ outlet, hall }: Case, { nameOf }: FileWorld): string {
  const parts = [
    ...(outlet === null ? [] : [nameOf.outlet(outlet)]),
    ...(hall === null ? [] : [masked(hall)]),
  ];
  return parts.length === 0 ? NONE : parts.join(' · ');
}

/** What the customer was told, word for word, each time. */
function toldPart({ told }: Case, world: FileWorld): readonly Part[] {
  const { language, timeZone, nameOf } = world;
  const isZh = language === 'zh';
  const heading: Part = {
    ...{ kind: 'heading', level: 1 },
    text: isZh ? '对客户说的话' : 'What the customer was told',
  };
  if (told.length === 0)
    return [
      heading,
      { kind: 'text', text: isZh ? '还没有答复客户。' : 'The customer was not answered yet.' },
    ];
  return [
    heading,
    ...told.flatMap(({ words, on, channel, accepted, stamp }): readonly Part[] => {
      const how = CHANNEL_WORDS[channel][language];
      const whether = ACCEPTANCE_WORDS[accepted][language];
      const recorded = `${nameOf.person(stamp.who)} ${momentIn(stamp.at, timeZone)}`;
      return [
        {
          kind: 'text',
          text: isZh
            ? `${on}，${how}；${whether}（记录：${recorded}）`
            : `${on}, ${how}; ${whether} (recorded by ${recorded})`,
        },
        { kind: 'quote', text: masked(words) },
      ];
    }),
  ];
}

const HANDED = ['assigned', 'escalated', 'reopened', 'moved', 'checklist-changed', 'help-asked'];

/** Who had the case, and what changed its course. */
function handOvers(history: CaseWithHistory['history'], world: FileWorld): readonly Part[] {
  const { language, timeZone, nameOf } = world;
  const isZh = language === 'zh';
  const rows = withChecklists(history)
    .filter(({ happened }) => HANDED.includes(happened.kind))
    .map(({ at, who, happened, ref }) => [
      momentIn(at, timeZone),
      nameOf.person(who),
      happenedInWords(happened, ref, world),
    ]);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: isZh ? '交接与变更' : 'Hand-overs and changes' },
    {
      kind: 'table',
      head: isZh ? ['时间', '谁', '做了什么'] : ['When', 'Who', 'What'],
      rows,
      shares: [18, 18, 64],
    },
  ];
}
