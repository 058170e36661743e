import { createRequire } from 'node:module';
import { arch, platform } from 'node:process';
import { Problem } from '../problem.ts';

/** The file of the local-slack program for this machine. */
export function programPath(): string {
  const system = platform === 'win32' ? 'windows' : platform;
  const file = platform === 'win32' ? 'local-slack.exe' : 'local-slack';
  try {
    // Only linux-x64 is a dependency of ours; the others are found where somebody has installed them.
    return createRequire(import.meta.url).resolve(`local-slack-${system}-${arch}/bin/${file}`);
  } catch (cause) {
    throw new Problem(
      'practice',
      `The practice workspace is not installed on this machine (${platform} ${arch}). Run \`npx local-slack\` ` +
        'and set SLACK_API_URL to its address, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to join a real Slack.',
      { cause },
    );
  }
}

/** Whether this machine has the program: tests say that they are skipped where it has not. */
export function hasProgram(): boolean {
  try {
    programPath();
    return true;
  } catch {
    return false;
  }
}
