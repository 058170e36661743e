// Plain JavaScript, so that both are set before the first TypeScript file is read.
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Stripping types and compiling is a fifth of a short run.
enableCompileCache();
// A regular expression is compiled twice, for its first use and, into machine code, for its second. Nearly all of ours
// are used again, and they are long: the first way alone took a tenth of a second of learning.
setFlagsFromString('--no-regexp-tier-up');
