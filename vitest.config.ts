import { defineConfig } from 'vitest/config';

// The days a page shows must not depend on where the machine stands: `npm test` runs what names days under three zones.
process.env['TZ'] ??= 'Europe/London';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/template-database.ts', 'test/support/postgres-door.ts'],
    testTimeout: 60_000,
    // What is set up before tests is a whole process at times.
    hookTimeout: 60_000,
    // Two cores are what a small machine has; more workers only wait for one another.
    maxWorkers: 2,
  },
});
