// House rules a linter does not know: file names and lengths (house.md, "Style").
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LIMIT = 250;
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'sandbox', 'e2e', 'bench'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file));
const problems = [];
const lengths = [];
for (const file of files) {
  const name = file.split('/').at(-1);
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  lengths.push(lines);
  if (lines > LIMIT) problems.push(`${file}: ${lines} lines, more than ${LIMIT}`);
  if (/^(index|types|utils)\.tsx?$/.test(name))
    problems.push(`${file}: name says nothing (no index, types, utils)`);
  if (file.split('/').length > 4) problems.push(`${file}: folders deeper than three`);
}
lengths.sort((a, b) => a - b);
const at = (share) => lengths[Math.floor(lengths.length * share)] ?? 0;
console.log(`${files.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
