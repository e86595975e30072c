// `npm run verify`: everything CI runs, cheap checks first. Ends with one line "N passed, N failed" over checks and tests together.
import { spawn } from 'node:child_process';

const steps = [
  ['format', 'npm', ['run', '--silent', 'check:format']],
  ['lint', 'npm', ['run', '--silent', 'check:lint']],
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['layers', 'npm', ['run', '--silent', 'check:layers']],
  ['unit', 'npm', ['run', '--silent', 'test:unit']],
  ['build', 'npm', ['run', '--silent', 'build']],
  ['e2e', 'npm', ['run', '--silent', 'test:e2e']],
];
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const [name, command, args] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { code, output } = await run(command, args);
  const counts = countTests(output);
  passed += counts.passed + (code === 0 ? 1 : 0);
  failed += counts.failed + (code === 0 ? 0 : 1);
  console.log(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  // A build that fails leaves nothing to test end to end.
  if (code !== 0 && name === 'build') break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: plainEnvironment(),
    });
    let output = '';
    const pass = (stream) => (chunk) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Without colours, which would hide the counts. */
function plainEnvironment() {
  const { FORCE_COLOR: _colour, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1' };
}

/** Reads Vitest's "Tests  1 failed | 33 passed (34)" and Playwright's "12 passed (30s)" / "1 failed". */
function countTests(output) {
  const vitest = /^\s*Tests\s+(.*)$/m.exec(output)?.[1];
  const text =
    vitest ??
    output
      .split('\n')
      .slice(-40)
      .filter((line) => /^\s+\d+ (passed|failed|flaky)/.test(line))
      .join(' ');
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  return { passed: count('passed'), failed: count('failed') };
}
