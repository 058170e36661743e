import { choiceNamed } from '../answers/choice-named.ts';
import type { Day } from '../calendar/day.ts';
import type { Step } from '../checklists/checklist.ts';
import type { Evidence } from '../complaints/case.ts';
import { isAsking, saidEvidence } from './said-evidence.ts';

/** What somebody says to the step being asked. */
export type StepReply =
  | {
      readonly say: 'done';
      readonly choice: string | null;
      readonly evidence: Evidence | null;
      readonly note: string | null;
    }
  | { readonly say: 'not-applicable'; readonly reason: string | null }
  | { readonly say: 'back' }
  | { readonly say: 'help'; readonly note: string | null }
  /** Where the case stands. */
  | { readonly say: 'where' };

/** Reads a reply to a step; null where it is none. */
export function readReply(text: string, step: Step, today: Day): StepReply | null {
  const said = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (said === '') return null;
  const deed = deedIn(said);
  if (deed !== null) return deed;
  const choice = choiceIn(said, step);
  if (choice !== null) return { ...DONE, choice };
  // A question in the middle is never taken for an answer: "done?" is none.
  if (isAsking(said)) return null;
  const { done, rest } = doneIn(said);
  if (done && rest === '') return DONE;
  const evidence = step.evidence === null ? null : saidEvidence(rest, step.evidence, today);
  if (evidence !== null) return { ...DONE, evidence };
  return done && step.evidence === null ? { ...DONE, note: rest } : null;
}

const DONE = { say: 'done', choice: null, evidence: null, note: null } as const;

const DONE_WORDS =
  /^(?:(?:这一?步|this step is |step )?(?:已经?)?(?:好了|完成|做完|做好|办好|办完|弄好|弄完|查好|查完|查过|问好|问过|核对好|核对过|处理完|处理好|搞定|说完|讲过|填好|填完|签好)了?|下一步|下一个|继续|(?:all |it is |it's |i am |i'm )?done(?: it)?|next(?: step)?|finished|completed?|i did(?: it)?|continue)/i;
const NOT_APPLICABLE =
  /^(?:这一?步|本步|this step |step |it )?(?:不适用|不需要|不用做|用不上|跳过|(?:is |it's )?not applicable|n\/?a|does(?: not|n't) apply|skip(?: it| this)?)/i;
const WHY = /^(?:因为|原因是?|because|since)/i;
const BACK =
  /^(?:(?:回到?|退回?|返回)?上一[步个]|返回|后退|回退|撤回|(?:go |step )?back|previous(?: step)?|undo)/i;
const HELP = /^(?:需要?帮助|帮助|求助|帮帮我|帮忙|(?:i )?need help|help(?: me)?(?: please)?)/i;
const WHERE =
  /^(?:到哪(?:一步|步)?了|哪一步|现在到哪了|进度|where (?:are we|am i|were we)|status|show(?: the)? case|(?:what|which) step)/i;
const YES = /^(?:是的?|对的?|有的?|yes|yep|yeah|y)/i;
const NO = /^(?:否|不是|不对|没有|没|无|nope|no|n)/i;

const MARKS = new Set(' .。!！~～,，;；:：?？');

/**
 * What follows the words that a text begins with: nothing, or what stands behind a mark. Null where it does not begin
 * so, or where the words go on: "done" is not in "donegal".
 */
function behind(said: string, words: RegExp): string | null {
  const [head] = words.exec(said) ?? [];
  if (head === undefined) return null;
  const rest = said.slice(head.length);
  const isApart = rest === '' || MARKS.has(rest.charAt(0)) || WHY.test(rest);
  return isApart ? withoutMarks(rest) : null;
}

function withoutMarks(text: string): string {
  let from = 0;
  while (MARKS.has(text.charAt(from))) from += 1;
  return text.slice(from).trimEnd();
}

const isAlone = (said: string, words: RegExp): boolean => behind(said, words) === '';

function deedIn(said: string): StepReply | null {
  if (isAlone(said, BACK)) return { say: 'back' };
  if (isAlone(said, WHERE)) return { say: 'where' };
  const passed = behind(said, NOT_APPLICABLE);
  if (passed !== null) {
    const reason = withoutMarks(passed.replace(WHY, ''));
    return { say: 'not-applicable', reason: reason === '' ? null : reason };
  }
  const help = behind(said, HELP);
  return help === null ? null : { say: 'help', note: help === '' ? null : help };
}

function doneIn(said: string): { readonly done: boolean; readonly rest: string } {
  const rest = behind(said, DONE_WORDS);
  return rest === null ? { done: false, rest: said } : { done: true, rest };
}

/** The answer to the question that a step asks: by its name, its place, or yes and no. */
function choiceIn(said: string, { asks }: Step): string | null {
  if (asks === null) return null;
  const has = (id: string): boolean => asks.choices.some((choice) => choice.id === id);
  if (isAlone(said, YES) && has('yes')) return 'yes';
  if (isAlone(said, NO) && has('no')) return 'no';
  for (const language of ['zh', 'en'] as const) {
    const options = asks.choices.map(({ id, name }) => ({ id, label: name[language], says: id }));
    const named = choiceNamed(said, options);
    if (named !== undefined) return named.id;
  }
  return null;
}
