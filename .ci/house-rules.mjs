// The house rules that no linter knows (house.md, "Style"),
// without reading the disk: tests plant faults in them.
import { extname } from 'node:path';
import { commentsAndTestNames } from './comments-and-test-names.mjs';

/** Lines of code in a file. */
const LONGEST_FILE = 250;
/** Columns of a line that holds a comment. */
const LONGEST_COMMENT = 110;
/** Files in one folder, tests not counted. */
const MOST_FILES = 25;
/** Folders that readers look into most, with the rooms in them. */
const COUNTED = /^src\/(app|payments|features|session|wallets)\//;
/** What may lie beside the rooms of a folder. */
const MOST_LOOSE_FILES = { 'src/app': 12 };

const VAGUE = /\b(told|whoever|nobody|somebody|anew)\b/gi;
const BRITISH = /\b(colour|catalogue|cancelled|authorisation|programme)s?\b/gi;

/**
 * The problems of a tree. `files`: path and text of each file; `clean`: the folders whose comments are held
 * to the rules of wording and width; `documents`: the Markdown files that a comment may cite, by name.
 */
export function houseProblems(files, { clean, documents }) {
  const code = files.filter(({ path }) => /\.(tsx?|mjs|js)$/.test(path));
  return [
    ...code.flatMap((file) => [
      ...problemsOfFile(file),
      ...unknownDocuments(file, documents),
      ...todos(file),
    ]),
    ...files
      .filter(({ path }) => clean.some((folder) => path.startsWith(`${folder}/`)))
      .flatMap(problemsOfWording),
    ...crowdedFolders(files.map(({ path }) => path)),
  ];
}

function problemsOfFile({ path, text }) {
  const problems = [];
  const lines = text.split('\n').length - 1;
  if (lines > LONGEST_FILE) problems.push(`${path}: ${lines} lines, more than ${LONGEST_FILE}`);
  if (/(^|\/)(index|types|utils)\.tsx?$/.test(path))
    problems.push(`${path}: name says nothing (no index, types, utils)`);
  if (path.split('/').length > 5) problems.push(`${path}: folders deeper than four`);
  return problems;
}

/** x402's own specifications (specs/…) are cited where they are published. */
function unknownDocuments({ path, text }, documents) {
  const cited = text.replaceAll(/^.*\bspecs\/.*$/gm, '').matchAll(/[\w-]+\.md\b/g);
  return [...cited]
    .filter(([name]) => !documents.includes(name))
    .map(([name]) => `${path}: cites ${name}, which is not in the documents`);
}

function todos({ path, text }) {
  if (!text.includes('TODO')) return [];
  return commentsAndTestNames(path, text).flatMap((found) =>
    [...unquoted(found.text).matchAll(/\bTODO\b/g)].map(
      (match) => `${path}:${lineOf(text, found.at + match.index)}: a note of what is to be done (TODO)`,
    ),
  );
}

function problemsOfWording({ path, text }) {
  if (!/\.(tsx?|mjs|js|css)$/.test(path)) return [];
  const lines = text.split('\n');
  const problems = [];
  for (const { kind, at, text: words } of commentsAndTestNames(path, text)) {
    const first = lineOf(text, at);
    const vague = [...unquoted(words).matchAll(VAGUE)];
    const british = kind === 'comment' ? [...unquoted(words).matchAll(BRITISH)] : [];
    for (const match of vague)
      problems.push(`${path}:${lineOf(text, at + match.index)}: "${match[0]}" is not plain English`);
    for (const match of british)
      problems.push(`${path}:${lineOf(text, at + match.index)}: "${match[0]}" is not American`);
    if (kind !== 'comment') continue;
    for (let line = first; line < first + words.split('\n').length; line++) {
      const width = lines[line - 1]?.length ?? 0;
      if (width > LONGEST_COMMENT)
        problems.push(`${path}:${line}: a comment of ${width} columns, more than ${LONGEST_COMMENT}`);
    }
  }
  return [...new Set(problems)];
}

/** The same length, without the words of the wire, which stand in quotes: `cancelled`, "cancelled". */
const unquoted = (words) => words.replaceAll(/`[^`\n]*`|"[^"\n]*"/g, (quote) => ' '.repeat(quote.length));
const lineOf = (text, at) => text.slice(0, at).split('\n').length;

function crowdedFolders(paths) {
  const counts = new Map();
  for (const path of paths) {
    if (!COUNTED.test(path) || path.slice(0, -extname(path).length).endsWith('.test')) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([folder, count]) => ({ folder, count, most: MOST_LOOSE_FILES[folder] ?? MOST_FILES }))
    .filter(({ count, most }) => count > most)
    .map(({ folder, count, most }) => `${folder}: ${count} files side by side, more than ${most}`);
}
