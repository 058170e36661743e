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
  const { done, rest } = doneIn(said);
  if (done && rest === '') return DONE;
  if (isAsking(said)) return null;
  const evidence = step.evidence === null ? null : saidEvidence(rest, step.evidence, today);
  if (evidence !== null) return { ...DONE, evidence };
  return done && step.evidence === null ? { ...DONE, note: rest } : null;
}

const DONE = { say: 'done', choice: null, evidence: null, note: null } as const;

const END = '[ .。!！~～,，;；:：]*';
const AFTER = '(?:[ ,，.。;；:：]+|(?=因为|原因|because|since))';
const DONE_WORDS =
  '(?:已经?)?(?:好了|完成|做完|做好|办好|办完|弄好|弄完|查好|查完|查过|问好|问过|核对好|核对过|处理完|处理好|搞定|说完|讲过|填好|填完|签好)了?|下一步|下一个|继续|' +
  "(?:all |it is |it's |i am |i'm )?done(?: it)?|next(?: step)?|finished|completed?|i did(?: it)?|continue";
const IS_DONE = new RegExp(`^(?:这[一]?步|this step is |step )?(?:${DONE_WORDS})${END}$`, 'i');
const BEGINS_DONE = new RegExp(`^(?:${DONE_WORDS})[ ,，.。;；:：]+(.+)$`, 'i');
const NOT_APPLICABLE = new RegExp(
  `^(?:这[一]?步|本步|this step |step |it )?(?:不适用|不需要|不用做|用不上|跳过|(?:is |it's )?not applicable|n/?a|does(?: not|n't) apply|skip(?: it| this)?)` +
    `(?:${END}|${AFTER}(?:因为|原因是?|because|since|as )?[ :：,，]*(.+))$`,
  'i',
);
const BACK = new RegExp(
  `^(?:(?:回到?|退回?|返回)?上一[步个]|返回|后退|回退|撤回|(?:go |step )?back|previous(?: step)?|undo)${END}$`,
  'i',
);
const HELP = new RegExp(
  `^(?:需要?帮助|帮助|求助|帮帮我|帮忙|(?:i )?need help|help(?: me)?(?: please)?)(?:[?？]|${END}|[ ,，.。;；:：]+(.+))$`,
  'i',
);
const WHERE = new RegExp(
  `^(?:到哪(?:一步|步)?了|哪一步|现在到哪了|进度|where (?:are we|am i|were we)|status|show(?: the)? case|(?:what|which) step)[?？]?${END}$`,
  'i',
);

function deedIn(said: string): StepReply | null {
  if (BACK.test(said)) return { say: 'back' };
  if (WHERE.test(said)) return { say: 'where' };
  const passed = NOT_APPLICABLE.exec(said);
  if (passed !== null) return { say: 'not-applicable', reason: passed[1]?.trim() ?? null };
  const help = HELP.exec(said);
  return help === null ? null : { say: 'help', note: help[1]?.trim() ?? null };
}

function doneIn(said: string): { readonly done: boolean; readonly rest: string } {
  if (IS_DONE.test(said)) return { done: true, rest: '' };
  const [, rest] = BEGINS_DONE.exec(said) ?? [];
  return rest === undefined ? { done: false, rest: said } : { done: true, rest: rest.trim() };
}

const YES = new RegExp(`^(?:是|是的|对|对的|有|有的|yes|yep|yeah|y)${END}$`, 'i');
const NO = new RegExp(`^(?:否|不是|不对|没有|没|无|no|nope|n)${END}$`, 'i');

/** The answer to the question that a step asks: by its name, its place, or yes and no. */
function choiceIn(said: string, { asks }: Step): string | null {
  if (asks === null) return null;
  const has = (id: string): boolean => asks.choices.some((choice) => choice.id === id);
  if (YES.test(said) && has('yes')) return 'yes';
  if (NO.test(said) && has('no')) return 'no';
  for (const language of ['zh', 'en'] as const) {
    const options = asks.choices.map(({ id, name }) => ({ id, label: name[language], says: id }));
    const named = choiceNamed(said, options);
    if (named !== undefined) return named.id;
  }
  return null;
}
