import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { now } from './calendar/clock.ts';
import { checklistOf, newestChecklist } from './checklists/checklist.ts';
import { checklistDifference } from './checklists/difference.ts';
import type { CasesPorts } from './commands/cases.ts';
import { type CaseDo, complaintDesk } from './complaint-desk.ts';
import type { CaseRules } from './desk.ts';
import type { Store } from './store/schema.ts';

/** What the command line needs of the complaint desk. Who has a shell on the bot's machine is trusted, and named. */
export function caseVerbs(
  store: Store,
  rules: CaseRules,
  { today, account, known }: Pick<CasesPorts, 'today' | 'account' | 'known'>,
): CasesPorts {
  const desk = complaintDesk({ store, rules: () => rules, now, today: () => today });
  return {
    today,
    account,
    known,
    list: (filter) => desk.list(filter),
    find: (id) => desk.find(id),
    history: (id) => desk.history(id),
    act({ id, deed, who, key }) {
      const asked: Omit<CaseDo, 'id' | 'deed'> = {
        key: key ?? randomUUID(),
        by: { who, origin: `command line of ${hostname()}` },
        asker: 'trusted',
      };
      if (deed.do === 'open') return desk.open({ ...asked, deed });
      if (id === null) throw new Error('only an opening has no case');
      return desk.act({ ...asked, id, deed });
    },
    difference({ case: of, checklist }, version) {
      const to =
        version === null
          ? newestChecklist(rules.checklists, checklist.id)
          : checklistOf(rules.checklists, { id: checklist.id, version });
      if (to === null || to.version <= of.checklist.version) return null;
      return checklistDifference(checklist, to).lines;
    },
  };
}
