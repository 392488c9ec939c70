import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/seed.ts'],
    // A shim of a cold JVM or a browser takes seconds to start on a shared machine; no test asserts a time.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
