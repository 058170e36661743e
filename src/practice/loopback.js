// Runs inside the practice workspace, before its own code (it is a Bun program and honours BUN_OPTIONS). JavaScript,
// because it is not ours to type: it patches another program. local-slack has no flag for either of these:
//
// 1. It would listen on every network address, without a password. Only this machine may reach it, and only pages
//    that it served itself: another site open in the same browser could otherwise talk to it through the browser.
// 2. It would outlive us when we are killed. Our end of its standard input closes with us, however we die.
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';

const serve = Bun.serve;
Bun.serve = (options) =>
  serve({
    ...options,
    hostname: '127.0.0.1',
    fetch(request, server) {
      if (isFromHere(request)) return options.fetch.call(this, request, server);
      return new Response('The practice workspace answers only its own page on this machine.\n', {
        status: 403,
      });
    },
  });

function isFromHere(request) {
  const host = request.headers.get('host') ?? '';
  const origin = request.headers.get('origin');
  // The name is checked too: a hostile name may be made to point at this machine (DNS rebinding).
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  return origin === null || origin === `http://${host}`;
}

// Nobody else is left then to remove the folder that was made for this run. The name guards every other folder.
function leave() {
  const folder = process.cwd();
  if (basename(folder).startsWith('retention-desk-practice-')) {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(0);
}

process.stdin.resume();
process.stdin.on('end', leave);
process.stdin.on('error', leave);
