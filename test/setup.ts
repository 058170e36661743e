import { afterEach, vi } from 'vitest';

// The process lives in another zone than the branch: a day taken from the machine's clock shows at once.
process.env.TZ = 'America/New_York';

// Noise is failure: what is printed to the console in a test was not meant to be printed.
const complaints: string[] = [];
for (const method of ['error', 'warn'] as const) {
  vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
    complaints.push(`console.${method}: ${parts.map(String).join(' ')}`);
  });
}

// Tests reach this machine and nothing else.
const realFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new Error(`a test tried to reach ${url.hostname}`);
  }
  return realFetch(input, init);
};

afterEach(() => {
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(said.join('\n'));
});
