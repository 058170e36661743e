import { defineConfig } from 'vitest/config';

const setupFiles = ['test/setup.ts'];

// Unit tests that start programs or load the whole of data and intents again and again: they run with the whole.
const SLOW_UNITS = [
  'test/unit/practice/**/*.test.ts',
  'test/unit/files/broken-data.test.ts',
  'test/unit/files/next-quarter.test.ts',
  'test/unit/files/other-quarters.test.ts',
  'test/unit/charts/render-png.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          setupFiles,
          include: [
            'test/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/questions/*.test.ts',
            'test/contracts-hostile/*.test.ts',
          ],
          exclude: SLOW_UNITS,
          // Pure code and fakes at the edge: nothing that a test file leaves behind is seen by another.
          isolate: false,
          // Properties take seconds on a machine that is busy with something else; nothing here waits for time to pass.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          sequence: { groupOrder: 1 },
          setupFiles,
          include: ['test/store/**/*.test.ts'],
        },
      },
      // Each file starts the real bot and a real Slack-compatible server.
      {
        test: {
          name: 'whole',
          sequence: { groupOrder: 2 },
          setupFiles,
          include: [
            'test/e2e/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/browser/**/*.test.ts',
            ...SLOW_UNITS,
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
