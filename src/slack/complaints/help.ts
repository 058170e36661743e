import type { StepStanding } from '../../complaints/standing.ts';
import { askingOf } from '../../walking/asking.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { codeOf } from '../outcome.ts';
import type { Doorway } from '../ports.ts';
import { helpWantedView } from '../views/case-said.ts';

/** Tells the managers of the outlet and the complaint officers that somebody needs help: each once for each asking. */
export async function callForHelp(
  { now, standing }: { now: CaseNow; standing: StepStanding },
  { user }: { readonly user: string },
  doorway: Doorway,
): Promise<void> {
  const { complaints, posting, deliver, log } = doorway;
  const { id, language, place } = now.case;
  const note = now.case.help[standing.step.id]?.note ?? null;
  const asking = askingOf(now.case, standing.step.id);
  const link =
    place?.card == null ? null : await posting.linkTo(place.channel, place.card).catch(() => null);
  const view = helpWantedView({
    ...{ id, language, note, link, by: user },
    title: now.checklist.title,
    step: `${standing.number}. ${standing.step.title[language]}`,
  });
  for (const person of await complaints.callable(now)) {
    if (person === user) continue;
    try {
      const channel = await posting.directChannel(person);
      const key = `case-help:${id}:${asking}:${person}`;
      await deliver([{ key, kind: 'case-help', channel, dueAt: doorway.now(), content: view }]);
    } catch (error) {
      log.error('case.help-untold', { caseId: id, person, code: codeOf(error) });
    }
  }
}
