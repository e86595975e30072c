// `npm run verify`: everything CI runs, cheap checks first; `npm run verify unit e2e` runs those steps.
// Installs what is missing before. Ends with one line "N passed, N failed" over checks and tests together.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine, countTests } from './count-tests.mjs';

/** Step → the npm script that does it. */
const steps = new Map([
  ['format', 'check:format'],
  ['lint', 'check:lint'],
  ['types', 'check:types'],
  ['layers', 'check:layers'],
  ['unit', 'test:unit'],
  ['build', 'build'],
  ['browsers', 'check:browsers'],
  ['e2e', 'test:e2e'],
]);
const only = process.argv.slice(2);
const unknown = only.filter((name) => !steps.has(name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${[...steps.keys()].join(', ')}.`);
  process.exit(1);
}
const wanted = [...steps].filter(([name]) => only.length === 0 || only.includes(name));
const total = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

await setUp(wanted.some(([name]) => name === 'e2e'));
for (const [name, script] of wanted) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  // On Windows npm is a script, which only a shell can start.
  const { code, output } = await run('npm', ['run', '--silent', script], process.platform === 'win32');
  const counts = countTests(output);
  for (const key of Object.keys(total)) total[key] += counts[key];
  total[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  // A build that fails leaves nothing to test end to end.
  if (code !== 0 && name === 'build') break;
}
if (total.flaky > 0) console.log(`\nFlaky (passed at a second try): ${total.flaky}`);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function setUp(withBrowser) {
  const setup = join(dirname(fileURLToPath(import.meta.url)), 'setup.mjs');
  const { code } = await run(process.execPath, withBrowser ? [setup, '--browser'] : [setup]);
  if (code !== 0) process.exit(code);
}

/**
 * Prints the command's output and returns it with the exit code; a command that cannot be started has failed.
 */
function run(command, args, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: plainEnvironment(),
      shell,
    });
    let output = '';
    const pass = (stream) => (chunk) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve({ code: 1, output });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Without colors, which would hide the counts. */
function plainEnvironment() {
  const { FORCE_COLOR: _colour, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1' };
}
