import { defineConfig } from 'vitest/config';

// Four kinds of tests. `*.test.ts` needs nothing and runs in parallel; `*.cluster.test.ts` works on real brokers, one file at a time;
// `*.containers.test.ts` on brokers in containers, where an engine answers; `*.browser.test.ts` looks at the built site with the Chromium of this machine.
// A retry would hide what a proof exists to show, so there is none. What is waited for is a state; the limits of time are for what
// hangs, and wide, because a busy machine is no failure.
export default defineConfig({
  test: {
    retry: 0,
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/*/test/**/*.test.ts',
            'lessons/*/test/**/*.test.ts',
            'examples/*/test/**/*.test.ts',
            'scripts/test/**/*.test.ts',
            'site/test/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/*.cluster.test.ts', '**/*.containers.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'cluster',
          include: ['packages/*/test/**/*.cluster.test.ts', 'examples/*/test/**/*.cluster.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['scripts/house/borrowed-home.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'containers',
          include: ['packages/*/test/**/*.containers.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['scripts/house/borrowed-home.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['site/test/**/*.browser.test.ts'],
          globalSetup: ['site/test/served-site.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
