import { dayInWords } from '../answers/wording.ts';
import type { Case } from '../complaints/case.ts';
import { clocksOf } from '../complaints/clocks.ts';
import { ACCEPTANCE_WORDS, CHANNEL_WORDS } from '../complaints/evidence-words.ts';
import type { StepStanding } from '../complaints/standing.ts';
import type { Part } from '../paper.ts';
import { legalSource, verdictInWords } from './clocks-part.ts';
import { outcomeName } from './happened.ts';
import { masked } from './masked.ts';
import { momentIn } from './words.ts';
import type { FileWorld } from './world.ts';

/** What an authority asks first: when it was received, when it was answered, whether in time, and what was done. */
export function frontPage(
  found: Case,
  standing: readonly StepStanding[],
  world: FileWorld,
): readonly Part[] {
  const { language, timeZone } = world;
  const { legal } = clocksOf(found, world);
  const isZh = language === 'zh';
  const answer = found.told.at(-1);
  const due = dayInWords(legal.dueOn, language);
  const source = legalSource(legal.rule, world);
  const pairs: readonly (readonly [string, string])[] = [
    [isZh ? '何时收到' : 'Received', receivedInWords(found, world)],
    [
      isZh ? '应在何时前答复' : 'To be answered by',
      isZh ? `${due}（${legal.days}天，${source}）` : `${due} (${legal.days} days, ${source})`,
    ],
    [isZh ? '何时答复客户' : 'Answered', answerInWords(found, world)],
    [isZh ? '是否在期限内' : 'Within the limit', verdictInWords(legal, world)],
    [
      isZh ? '客户是否接受' : 'Did the customer accept it',
      answer === undefined
        ? isZh
          ? '还没有答复'
          : 'not answered yet'
        : asSentence(ACCEPTANCE_WORDS[answer.accepted][language]),
    ],
    [isZh ? '结果' : 'Outcome', outcomeInWords(found, world)],
    [isZh ? '做了什么' : 'What was done', doneInWords(standing, world)],
  ];
  return [
    { kind: 'heading', level: 1, text: isZh ? '一页说明' : 'On one page' },
    { kind: 'pairs', pairs },
    { kind: 'heading', level: 2, text: isZh ? '客户的诉求' : 'What the customer complained of' },
    { kind: 'quote', text: masked(found.words) },
    ...(answer === undefined
      ? []
      : ([
          {
            kind: 'heading',
            level: 2,
            text: isZh ? '答复客户的原话' : 'The answer, word for word',
          },
          { kind: 'quote', text: masked(answer.words) },
        ] as const)),
    {
      kind: 'text',
      isQuiet: true,
      text: isZh
        ? `本案卷由系统记录生成，制成于${momentIn(world.now, timeZone)}。客户的姓名、号码、证件号已遮盖；时间均为分公司当地时间。`
        : `Made from the records on ${momentIn(world.now, timeZone)}. Names, phones and identity numbers of customers are masked; times are those of the branch's zone.`,
    },
  ];
}

function receivedInWords({ receivedOn, opened }: Case, { language, timeZone }: FileWorld): string {
  const on = dayInWords(receivedOn, language);
  const at = momentIn(opened.at, timeZone);
  return language === 'zh' ? `${on}（登记于${at}）` : `${on} (registered on ${at})`;
}

function answerInWords({ told }: Case, { language }: FileWorld): string {
  const isZh = language === 'zh';
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return isZh ? '还没有答复' : 'not yet';
  const how = CHANNEL_WORDS[last.channel][language];
  const on = dayInWords(last.on, language);
  const words = isZh ? `${on}，${how}` : `${on}, ${how}`;
  if (told.length === 1) return words;
  const before = dayInWords(first.on, language);
  return isZh
    ? `${words}（共${told.length}次，第一次在${before}）`
    : `${words} (the last of ${told.length}; the first on ${before})`;
}

function outcomeInWords({ closed, reopenings }: Case, world: FileWorld): string {
  const isZh = world.language === 'zh';
  const times = reopenings.length;
  const again =
    times === 0
      ? ''
      : isZh
        ? `；重新打开过${times}次`
        : `; reopened ${times === 1 ? 'once' : `${times} times`}`;
  if (closed === null) return (isZh ? '还在办理' : 'Still open') + again;
  const on = dayInWords(closed.stamp.on, world.language);
  const outcome = outcomeName(closed.outcome, world);
  return (isZh ? `${outcome}（${on}结案）` : `${outcome} (closed on ${on})`) + again;
}

function doneInWords(standing: readonly StepStanding[], { language }: FileWorld): string {
  const isZh = language === 'zh';
  const count = (state: StepStanding['state']): number =>
    standing.filter((one) => one.state === state).length;
  const evidence = standing.reduce(
    (sum, { answer, state }) =>
      sum + (state === 'done' && answer?.what === 'done' ? answer.evidence.length : 0),
    0,
  );
  const [done, passed, off] = [count('done'), count('passed'), count('off')];
  const left = count('open') + count('later');
  const parts = isZh
    ? [
        `检查单共${standing.length}步：办了${done}步`,
        ...(passed > 0 ? [`${passed}步说明不适用`] : []),
        ...(off > 0 ? [`${off}步因情况不涉及`] : []),
        ...(left > 0 ? [`${left}步还没办`] : []),
        `凭证${evidence}件`,
      ]
    : [
        `${standing.length} steps of the checklist: ${done} done`,
        ...(passed > 0 ? [`${passed} not applicable, with a reason`] : []),
        ...(off > 0 ? [`${off} did not arise`] : []),
        ...(left > 0 ? [`${left} still to be done`] : []),
        `${evidence} ${evidence === 1 ? 'piece' : 'pieces'} of evidence`,
      ];
  return parts.join(isZh ? '，' : ', ');
}

function asSentence(words: string): string {
  const [first = '', ...rest] = words;
  return first.toUpperCase() + rest.join('');
}
