import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Cell } from '../policy/campaigns.ts';
import { statementsOn } from '../policy/panel.ts';
import type { Campaign } from '../policy/policy.ts';

export type ToldCells = {
  readonly campaign: Campaign;
  readonly cells: readonly Cell[];
  readonly day: Day;
};

/** Beside "may one offer be made at one outlet": the first thing that must be said, and how to get the rest. */
export function panelNote(
  { campaign, cells, day }: ToldCells,
  language: Language,
): readonly string[] {
  const [cell, ...others] = cells;
  if (cell === undefined || others.length > 0) return [];
  const { own, general } = statementsOn(campaign, 'mustSay', { offers: [cell.offer], day });
  const [first] = [...own, ...general];
  if (first === undefined) return [];
  const basis = 'reason' in first.basis ? first.basis.reason : first.basis.clause;
  if (language === 'zh') {
    return [`√ 要跟客户说：${first.text.zh}（依据：${basis.zh}）还有哪些，问“要跟客户说什么”。`];
  }
  const text = first.text.en.charAt(0).toLowerCase() + first.text.en.slice(1);
  return [
    `√ Tell the customer: ${text} (Basis: ${basis.en}.) For the rest ask “what must I tell the customer”.`,
  ];
}
