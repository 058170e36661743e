import { defineConfig } from 'vitest/config';

/** The tests of `src/policy`, as they are run against each mutant. */
// biome-ignore lint/style/noDefaultExport: Vitest reads it
export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    include: ['test/unit/policy/**/*.test.ts', 'test/unit/going-live.test.ts'],
    // It reads what the code says, which is not what the code does.
    exclude: ['**/first-quarter-in-code.test.ts'],
    isolate: false,
  },
});
