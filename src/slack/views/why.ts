import type { Bilingual, Language } from '../../bilingual.ts';
import type { DecidedBy, Explanation } from '../../language/explain.ts';
import type { Entities } from '../../language/reading.ts';
import type { MessageView } from './blocks.ts';
import { context, section } from './blocks.ts';
import { bold, harmless, item, type Markup, stacked } from './markup.ts';

const CLOSEST_SHOWN = 3;
const SCORES_SHOWN = 2;
const LINE = 300;

export type Why = {
  readonly question: string;
  readonly why: Explanation;
  readonly nameOf: (id: string) => Bilingual | null;
};

/** Why a question was read as it was, for a manager: what it was read as, from which words, how surely. */
export function whyView({ question, why, nameOf }: Why, language: Language): MessageView {
  const say = (both: Bilingual): string => both[language];
  const named = (id: string): string => nameOf(id)?.[language] ?? id;
  const lead = `${say(WORDS.why)} ${quoted(question)}`;
  const lines = [
    `${say(WORDS.readAs)} ${named(why.intent)}: ${say(DECIDED_BY[why.decidedBy])}`,
    ...(why.mended === question ? [] : [`${say(WORDS.mended)} ${quoted(why.mended)}`]),
    // A listed word shows that a time limit is meant; which one is told by the whole question.
    ...why.words
      .filter(({ kind }) => kind !== 'limits')
      .map(({ word, ids }) => `${quoted(word)} → ${ids.map(named).join(', ')}`),
    ...(why.limits.length === 0 ? [] : [`${say(WORDS.limits)}: ${why.limits.join(', ')}`]),
    ...why.days.map(
      ({ from, to }) => `${say(CARRIED.date)} → ${from === to ? from : `${from} – ${to}`}`,
    ),
    ...why.carried.map((name) => `${say(CARRIED[name])}: ${say(WORDS.carried)}`),
  ];
  const closest = why.closest
    .slice(0, CLOSEST_SHOWN)
    .map(
      ({ text, intent, likeness }) => `${quoted(text)} · ${named(intent)} · ${percent(likeness)}`,
    );
  const sure = [
    `${say(WORDS.score)} ${why.margin}`,
    `${say(WORDS.threshold)} ${why.threshold}`,
    ...why.scores.slice(0, SCORES_SHOWN).map(({ intent, score }) => `${intent} ${score}`),
  ].join(' · ');
  const body: Markup[] = [
    bold(lead, LINE),
    ...lines.map((line) => item(line, LINE)),
    bold(say(WORDS.closest)),
    ...closest.map((line) => item(line, LINE)),
  ];
  return {
    text: harmless([lead, ...lines].join('\n')),
    blocks: [section(stacked(body)), context(harmless(sure))],
  };
}

function quoted(text: string): string {
  return `“${text}”`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const WORDS = {
  why: { zh: '为什么这样答', en: 'Why this answer:' },
  readAs: { zh: '读作', en: 'read as' },
  mended: { zh: '改正错字后', en: 'with slips mended' },
  carried: { zh: '沿用上文', en: 'kept from the conversation' },
  limits: { zh: '按问法判断的时限', en: 'time limits told by the question' },
  closest: { zh: '最像的例句', en: 'Examples most like it' },
  score: { zh: '得分', en: 'score' },
  threshold: { zh: '低于此分就说不知道', en: 'below this I say I do not know' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const DECIDED_BY: Readonly<Record<DecidedBy, Bilingual>> = {
  examples: { zh: '因为像例句', en: 'because it is like the examples' },
  order: { zh: '因为它要求改数据', en: 'because it asks to change data' },
  conversation: { zh: '因为接着上一个问题', en: 'because it follows the question before' },
  words: { zh: '因为其中的用词', en: 'because of the words in it' },
};

const CARRIED: Readonly<Record<keyof Entities, Bilingual>> = {
  outlets: { zh: '网点', en: 'outlet' },
  offers: { zh: '优惠', en: 'offer' },
  deposit: { zh: '预存', en: 'deposit' },
  households: { zh: '户数', en: 'households' },
  date: { zh: '日期', en: 'day' },
  window: { zh: '时间段', en: 'days' },
  contract: { zh: '合约', en: 'contract' },
  checklist: { zh: '投诉类型', en: 'kind of complaint' },
};
