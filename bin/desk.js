#!/usr/bin/env node
// Plain JavaScript, so that the compile cache is on before the first TypeScript file is read: stripping types and
// compiling is a fifth of a short run.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/cli.ts');
