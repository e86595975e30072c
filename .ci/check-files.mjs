// `npm run check:layers`: the rules of house-rules.mjs, on what Git knows of this checkout.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { houseProblems } from './house-rules.mjs';

/** Folders whose comments and test names have been rewritten in plain English. */
const CLEAN = ['.ci', 'bench', 'public', 'sandbox'];
const CHECKED = ['src', 'sandbox', 'e2e', 'bench', '.ci', 'public'];
const DOCUMENTS = ['.', 'docs', 'sandbox'];

const documents = DOCUMENTS.flatMap((folder) => readdirSync(folder)).filter((name) => name.endsWith('.md'));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...CHECKED], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(tsx?|mjs|js|css)$/.test(path))
  .map((path) => ({ path, text: textOf(path) }))
  .filter(({ text }) => text !== null);

const lengths = files
  .filter(({ path }) => /\.tsx?$/.test(path))
  .map(({ text }) => text.split('\n').length - 1)
  .toSorted((a, b) => a - b);
const at = (share) => lengths[Math.floor(lengths.length * share)] ?? 0;
console.log(`${lengths.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}`);

const problems = houseProblems(files, { clean: CLEAN, documents });
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

/** Null for a file that Git still lists and that has been deleted or moved. */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
