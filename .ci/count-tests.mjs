// How many tests a step ran, read from what the runners print: Vitest's "Tests  1 failed | 33 passed | 2
// skipped (36)" and our "Flaky  1" (vitest.config.ts); Playwright's closing lines "12 passed (30s)", "1
// flaky", "1 did not run".

/**
 * A test that passed only at the second try (flaky) has passed; one that was skipped or did not run has not.
 */
export function countTests(output) {
  const vitest = /^\s*Tests\s+(.*)$/m.exec(output)?.[1];
  const lines =
    vitest === undefined
      ? output
          .split('\n')
          .slice(-80)
          .filter((line) => /^\s+\d+ (passed|failed|flaky|skipped|did not run|interrupted)/.test(line))
      : [vitest, `${/^\s*Flaky\s+(\d+)$/m.exec(output)?.[1] ?? 0} flaky`];
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(lines.join(' '))?.[1] ?? 0);
  return {
    // Playwright counts a flaky test as neither passed nor failed.
    passed: count('passed') + (vitest === undefined ? count('flaky') : 0),
    failed: count('failed') + count('interrupted'),
    skipped: count('skipped') + count('todo') + count('did not run'),
    flaky: count('flaky'),
  };
}

/**
 * The line that outside tools read; nothing may follow that they
 * do not know: "N passed, N failed", then ", N skipped" if any.
 */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
