import type { Bilingual } from '../bilingual.ts';
import type { Log } from '../log.ts';
import type { LiveDesk } from './live-desk.ts';

export type FileWatchPorts = {
  readonly live: LiveDesk;
  /** Tells those who keep the policy. */
  readonly tellOwners: (text: Bilingual) => Promise<void>;
  readonly log: Log;
};

const EVERY_MS = 2_000;
/** A message on a phone: the first faults are enough to begin with. */
const LINES_TOLD = 8;

/** Looks for changed files every two seconds until it is stopped, and says what became of them. */
export function watchFiles(ports: FileWatchPorts): { readonly stop: () => void } {
  const timer = setInterval(() => void lookAndTell(ports), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** One look. Never rejects: who cannot be told finds it in the log. */
export async function lookAndTell({ live, tellOwners, log }: FileWatchPorts): Promise<void> {
  const look = await live.look();
  if (look.kind === 'same') return;
  if (look.kind === 'taken') log.info('files.taken');
  else log.error('files.refused', { reason: look.reason });
  try {
    await tellOwners(look.kind === 'taken' ? TAKEN : refused(look.reason));
  } catch (error) {
    log.error('files.owners-not-told', {
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

const TAKEN: Bilingual = {
  zh: '政策或词库文件有改动，检查通过，我已按新的内容回答。',
  en: 'The policy or word files have changed and hold together: I answer from them now.',
};

function refused(reason: string): Bilingual {
  const lines = reason.split('\n');
  const shown = lines.slice(0, LINES_TOLD).join('\n');
  const more = lines.length > LINES_TOLD ? '\n…' : '';
  return {
    zh: `政策或词库文件有改动，但有错误，我没有采用，仍按原来的内容回答：\n${shown}${more}`,
    en: `The policy or word files have changed, but there are faults: I did not take them and answer as before:\n${shown}${more}`,
  };
}
