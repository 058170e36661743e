import type { Language } from '../../bilingual.ts';
import type { CaseNow } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import type { Place } from '../posting.ts';
import { caseForm, type Person } from '../views/case-forms.ts';
import { decodeMenu, type FormDeed, type MenuDeed } from '../views/case-ids.ts';
import { SAID } from '../views/case-said.ts';
import { threadOfCase } from './cards.ts';
import { showChange } from './changes.ts';
import type { CasePress } from './payloads.ts';
import { answering } from './press.ts';
import { showNext, type Walker } from './walk.ts';

/** A choice in the menu of a card. */
export async function chooseInMenu(press: CasePress, doorway: Doorway): Promise<void> {
  const chosen = decodeMenu(press.value);
  const language = chosen?.language ?? 'zh';
  const tell = answering(press, language, doorway);
  const now = chosen === null ? null : await doorway.complaints.find(chosen.caseId);
  if (chosen === null || now === null) return tell(SAID.gone);
  const user = press.user.id;
  const refusal = await doorway.complaints.refusal(user, now.case.id, `case.${chosen.deed}`);
  if (refusal !== null) return tell(refusal);
  const walker = { user, language, tell };
  await choose({ now, deed: chosen.deed, trigger: press.trigger_id }, walker, doorway);
}

type Chosen = { readonly now: CaseNow; readonly deed: MenuDeed; readonly trigger: string };

async function choose(
  { now, deed, trigger }: Chosen,
  walker: Walker,
  doorway: Doorway,
): Promise<void> {
  const { language, user } = walker;
  if (deed === 'where') return showNext(now, language, doorway);
  if (deed === 'report') {
    const at = threadOfCase(now);
    return at === null ? undefined : postReport({ id: now.case.id, language, at, user }, doorway);
  }
  if (deed === 'resume') {
    const by = { user, key: `resume:${trigger}` };
    const done = await doorway.complaints.act(now.case.id, { do: 'resume' }, by);
    if (!done.ok) return walker.tell(done.reason);
    return showChange({ before: now, now: done.now, deed, user, language }, doorway);
  }
  await openForm({ now, deed, trigger }, language, doorway);
}

async function openForm(
  { now, deed, trigger }: Chosen & { readonly deed: FormDeed },
  language: Language,
  { posting, complaints, today }: Doorway,
): Promise<void> {
  const world = {
    ...{ now, today: today() },
    people: deed === 'assign' ? await named(await complaints.people(now), posting) : [],
    difference: deed === 'move' ? complaints.difference(now) : [],
    checklists: complaints.checklists(),
    outcomes: complaints.outcomes(),
  };
  const form = caseForm({ deed, caseId: now.case.id, language, asking: null, choice: null }, world);
  if (form !== null) await posting.openModal(trigger, form);
}

async function named(
  users: readonly string[],
  { nameOf }: Doorway['posting'],
): Promise<readonly Person[]> {
  return Promise.all(
    users.map(async (user) => ({ user, name: await nameOf(user).catch(() => user) })),
  );
}

export type CaseReport = {
  readonly id: string;
  readonly language: Language;
  readonly at: Place;
  readonly user: string;
};

/** The papers of a case as files, where there are any to be had. */
export async function postReport(
  { id, language, at, user }: CaseReport,
  { complaints, posting }: Doorway,
): Promise<void> {
  if (complaints.report === null) return;
  const { markdown, pdf } = await complaints.report(id, language, user);
  await posting.attach(at, markdown);
  await posting.attach(at, { name: pdf.name, text: pdf.bytes });
}
