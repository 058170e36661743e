import { screened } from '../../screened.ts';
import type { CaseNow } from '../complaint-ports.ts';
import type { SlackMessage } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { SAID } from '../views/case-said.ts';
import { refreshCard } from './cards.ts';
import type { Walker } from './walk.ts';

const PICTURE = /\.(?:png|jpe?g|gif|heic|webp|bmp|tiff?)$/i;

/** Files dropped in the thread of a case: only where they are is kept. Nothing is fetched. */
export async function linkFiles(
  { now, message, walker }: { now: CaseNow; message: SlackMessage; walker: Walker },
  doorway: Doorway,
): Promise<void> {
  const { complaints } = doorway;
  const { id } = now.case;
  const refusal = await complaints.refusal(walker.user, id, 'case.link-file');
  if (refusal !== null) return walker.tell(refusal);
  const step = now.case.state === 'open' ? (now.next?.step.id ?? null) : null;
  for (const file of message.files) {
    const deed = {
      do: 'link-file',
      file: { id: file.id, name: screened(file.name).masked },
      step,
    } as const;
    const done = await complaints.act(id, deed, { user: walker.user, key: `file:${file.id}` });
    if (!done.ok) return walker.tell(done.reason);
  }
  const hasPicture = message.files.some(({ name }) => PICTURE.test(name));
  await walker.tell(SAID[hasPicture ? 'pictures' : 'linked']);
  await refreshCard(id, doorway);
}
