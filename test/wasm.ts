import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { ROOT } from './world.ts';

/** The one part of the project that is written in WebAssembly's text form. */
export const DESCENT = join(ROOT, 'src/language/descent');

/** The program that a text says, as bytes. Throws where the text is none, with its line. */
export async function compiledWat(path: string): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const text = parseWat(path, readFileSync(path, 'utf8'), { simd: true });
  text.validate();
  return text.toBinary({}).buffer;
}

// `npm run wasm` writes what the text says now.
if (process.argv[1] === import.meta.filename)
  writeFileSync(`${DESCENT}.wasm`, await compiledWat(`${DESCENT}.wat`));
