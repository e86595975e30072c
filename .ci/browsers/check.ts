// `npm run check:browsers`, after a build: fails on what a
// browser of the baseline lacks, in src, public and dist.
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { ACCEPTED_IN_LIBRARIES, ACCEPTED_IN_STYLES } from './accepted.ts';
import { BASELINE, OLDEST } from './baseline.ts';
import { newerInBundle } from './bundle.ts';
import { inWords, type Finding } from './finding.ts';
import { productProgram } from './program.ts';
import { newerInSource } from './source.ts';
import { newerInStyle } from './style.ts';

const text = (file: string): string => readFileSync(file, 'utf8');
const built = globSync('dist/assets/*');
if (built.length === 0) {
  console.error('There is no build to check: npm run build');
  process.exit(1);
}
const { program, source, scripts } = productProgram();
const findings: Finding[] = [
  ...newerInSource(program, source, BASELINE),
  ...newerInSource(program, scripts, OLDEST),
  ...built
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => newerInBundle(file, text(file), ACCEPTED_IN_LIBRARIES)),
  ...[...built, ...globSync('public/*')]
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => newerInStyle(file, text(file), ACCEPTED_IN_STYLES)),
  ...[...scripts, ...globSync('dist/*.js')].flatMap(olderSyntax),
];
console.log(
  `${source.length} files of src, ${scripts.length} of public, ${built.length} of dist, ${(performance.now() / 1000).toFixed(1)} s`,
);
if (findings.length > 0) {
  console.error([...new Set(findings.map(inWords))].join('\n'));
  process.exit(1);
}

/**
 * A browser does not run what it cannot parse, and public/*.js must run to say that the browser is too old.
 */
function olderSyntax(file: string): Finding[] {
  try {
    parse(text(file), { ecmaVersion: 5 });
    return [];
  } catch (error) {
    return [{ file, line: 1, what: String(error), lackedBy: ['syntax of 2009'] }];
  }
}
