import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

/** Two projects: pure and server code in Node; components in jsdom. A test says which by its file name (`.test.tsx` = jsdom). */
export default defineConfig({
  plugins: [react()],
  test: {
    // Shared machines are noisy, and the sandbox's tests run real chains.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'sandbox/**/*.test.ts'],
          setupFiles: ['src/testing/setup-node.ts'],
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
