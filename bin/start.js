import './quick-start.js';

await import('../src/main.ts');
