// A process that starts a workspace and is then killed by workspace.test.ts.
import { startWorkspace } from '../../../src/practice/workspace.ts';

const { url, pid } = await startWorkspace({ port: 0, mode: 'socket' });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
