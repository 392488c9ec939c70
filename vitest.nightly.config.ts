import { defineConfig } from 'vitest/config';

/** The nightly run (`npm run nightly`): what needs other runtimes, fetched for it. */
export default defineConfig({
  test: {
    include: ['test/**/*.nightly.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 1_200_000,
    // The table of results stands by itself.
    disableConsoleIntercept: true,
  },
});
