import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/**
 * The environment, with what the file `.env` adds to it; a variable that is already set stays. `DESK_ENV_FILE` names
 * another file, or none where it is empty.
 */
export function environment(): Readonly<Record<string, string | undefined>> {
  const file = process.env.DESK_ENV_FILE ?? '.env';
  if (file !== '' && existsSync(file)) loadEnvFile(file);
  return process.env;
}
