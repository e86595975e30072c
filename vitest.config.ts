import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/**
 * Three projects: pure code in Node; components in jsdom; what needs the sandbox, which may ask servers on this machine. A test says which by
 * its file name (`.test.tsx` = jsdom, `.sandbox.test.ts` = sandbox). A request that no test answers fails it.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    // Shared machines are noisy, and the sandbox's tests run real chains. What passes only at the second try is printed.
    retry: process.env['CI'] ? 1 : 0,
    reporters: ['default', flakyTests()],
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', '.ci/**/*.test.{mjs,ts}'],
          exclude: ['src/**/*.sandbox.test.ts'],
          setupFiles: ['src/testing/setup-node.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          environment: 'node',
          include: ['src/**/*.sandbox.test.ts', 'sandbox/**/*.test.ts'],
          setupFiles: ['src/testing/setup-sandbox.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup-dom.ts'],
        },
      },
    ],
  },
});

/** Vitest's own report says nothing of them. `npm run verify` counts the last line. */
function flakyTests(): Reporter {
  const names: string[] = [];
  return {
    onTestCaseResult: (test) => {
      if (test.diagnostic()?.flaky) names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
    },
    onTestRunEnd: () => {
      if (names.length > 0) console.log(`\n${names.join('\n')}\n      Flaky  ${names.length}`);
    },
  };
}
