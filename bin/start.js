// Plain JavaScript, so that the compile cache is on before the first TypeScript file is read.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/main.ts');
