import { existsSync } from 'node:fs';
import process from 'node:process';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine: CHROMIUM_PATH, else where systems put it; null where there is none. */
export function chromiumPath(): string | null {
  const wanted = process.env.CHROMIUM_PATH;
  const places = wanted === undefined || wanted === '' ? USUAL_PLACES : [wanted];
  return places.find((place) => existsSync(place)) ?? null;
}
