// House rules a linter does not know: file names and lengths (house.md, "Style"), and that what a comment cites is here.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const LIMIT = 250;
const DOCUMENTS = ['', 'docs/', 'sandbox/'];
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
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length - 1;
  // x402's own specifications (specs/…) are cited where they are published.
  for (const [cited] of text.replaceAll(/^.*\bspecs\/.*$/gm, '').matchAll(/[\w-]+\.md\b/g))
    if (!DOCUMENTS.some((folder) => existsSync(folder + cited)))
      problems.push(`${file}: cites ${cited}, which is not in ${DOCUMENTS.join(' ')}`);
  lengths.push(lines);
  if (lines > LIMIT) problems.push(`${file}: ${lines} lines, more than ${LIMIT}`);
  if (/^(index|types|utils)\.tsx?$/.test(name))
    problems.push(`${file}: name says nothing (no index, types, utils)`);
  if (file.split('/').length > 5) problems.push(`${file}: folders deeper than four`);
}
lengths.sort((a, b) => a - b);
const at = (share) => lengths[Math.floor(lengths.length * share)] ?? 0;
console.log(`${files.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
