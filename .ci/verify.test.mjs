import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { closingLine, countTests } from './count-tests.mjs';

test('a step that does not exist is refused, not passed', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['.ci/verify.mjs', 'unit', 'nonsense'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('No such step: nonsense');
  expect(stdout).not.toContain('passed');
});

test("Vitest's count, with what was skipped and what passed only at the second try", () => {
  const output =
    ' Test Files  2 passed (2)\n      Tests  1 failed | 33 passed | 2 skipped (36)\n      Flaky  3\n';
  expect(countTests(output)).toEqual({ passed: 33, failed: 1, skipped: 2, flaky: 3 });
});

test("Playwright's count: a flaky test has passed, one that did not run has not", () => {
  const output =
    '  1 failed\n    a.spec.ts:1:1 › a\n  2 flaky\n  3 skipped\n  1 did not run\n  12 passed (30s)\n';
  expect(countTests(output)).toEqual({ passed: 14, failed: 1, skipped: 4, flaky: 2 });
});

test('a check without tests counts none', () => {
  expect(countTests('All files pass.\n')).toEqual({ passed: 0, failed: 0, skipped: 0, flaky: 0 });
});

test('the closing line is as outside tools read it, whatever was flaky', () => {
  expect(closingLine({ passed: 9, failed: 0, skipped: 0, flaky: 1 })).toBe('9 passed, 0 failed');
  expect(closingLine({ passed: 9, failed: 1, skipped: 2, flaky: 0 })).toBe('9 passed, 1 failed, 2 skipped');
});
