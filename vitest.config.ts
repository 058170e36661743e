import { defineConfig } from 'vitest/config';

const setupFiles = ['test/setup.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['test/*.test.ts', 'test/unit/**/*.test.ts', 'test/questions/*.test.ts'],
        },
      },
      { test: { name: 'store', setupFiles, include: ['test/store/**/*.test.ts'] } },
      // Each file starts the real bot and a real Slack-compatible server.
      {
        test: {
          name: 'whole',
          setupFiles,
          include: [
            'test/e2e/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/browser/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
