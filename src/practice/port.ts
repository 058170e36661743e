import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem } from '../problem.ts';

const PORTS_TRIED_AFTER = 20;
const HIGHEST_PORT = 65_535;

/** The ports to try, in order: the wanted one and the twenty after it. 0 means any free port. */
export function portsFrom(wanted: number): readonly number[] {
  if (wanted === 0) return [0];
  const last = Math.min(wanted + PORTS_TRIED_AFTER, HIGHEST_PORT);
  return Array.from({ length: last - wanted + 1 }, (_, step) => wanted + step);
}

/** Whether we may listen on the port now. A port that is refused for another reason than being taken is a Problem. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    throw new Problem(
      'practice',
      `Port ${port} is refused (${codeOf(error)}). Choose another PORT.`,
      {
        cause: error,
      },
    );
  } finally {
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
