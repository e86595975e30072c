import { describe, expect, test } from 'vitest';
import { commentsAndTestNames } from './comments-and-test-names.mjs';
import { houseProblems } from './house-rules.mjs';

const found = (path, text) =>
  houseProblems([{ path, text }], { clean: ['sandbox'], documents: ['house.md', 'README.md'] });
const folderOf = (folder, count, end = '.ts') =>
  Array.from({ length: count }, (_, n) => ({ path: `${folder}/file-${n}${end}`, text: '' }));
const crowd = (...files) => houseProblems(files.flat(), { clean: [], documents: [] });

describe('each rule finds a planted fault', () => {
  test('a file of 251 lines', () => {
    expect(found('src/domain/long.ts', '\n'.repeat(251))).toEqual([
      'src/domain/long.ts: 251 lines, more than 250',
    ]);
    expect(found('src/domain/long.ts', '\n'.repeat(250))).toEqual([]);
  });
  test('a name that says nothing', () => {
    for (const name of ['index.ts', 'types.ts', 'utils.tsx'])
      expect(found(`src/ui/${name}`, '')).toEqual([
        `src/ui/${name}: name says nothing (no index, types, utils)`,
      ]);
    expect(found('src/ui/z-index.ts', '')).toEqual([]);
  });
  test('folders deeper than four', () => {
    expect(found('src/a/b/c/d/file.ts', '')).toHaveLength(1);
    expect(found('src/a/b/c/file.ts', '')).toEqual([]);
  });
  test('a document that is not here', () => {
    const missing = ['plan', 'md'].join('.');
    expect(found('src/ui/a.ts', `// See house.md and ${missing}.`)).toEqual([
      `src/ui/a.ts: cites ${missing}, which is not in the documents`,
    ]);
    expect(found('src/ui/a.ts', '// x402, specs/x402-specification-v1.md')).toEqual([]);
  });
  test('a comment line of 111 columns, alone, in a block, and behind code', () => {
    const of = (width, start) => start + 'x'.repeat(width - start.length);
    for (const start of ['// ', 'const a = 1; // ', '/** ']) {
      const close = start === '/** ' ? ' */' : '';
      expect(found('sandbox/a.ts', of(111 - close.length, start) + close)).toEqual([
        'sandbox/a.ts:1: a comment of 111 columns, more than 110',
      ]);
      expect(found('sandbox/a.ts', of(110 - close.length, start) + close)).toEqual([]);
    }
    expect(found('sandbox/a.ts', `/**\n${of(111, ' * ')}\n */`)).toEqual([
      'sandbox/a.ts:2: a comment of 111 columns, more than 110',
    ]);
    expect(found('sandbox/a.css', `/*\n${of(111, ' ')}\n*/`)).toHaveLength(1);
  });
  test.each(['told', 'whoever', 'nobody', 'somebody', 'anew'])('"%s" in comments and test names', (word) => {
    const expected = [`sandbox/a.test.ts:2: "${word}" is not plain English`];
    expect(found('sandbox/a.test.ts', `\n// Then ${word} comes.`)).toEqual(expected);
    expect(found('sandbox/a.test.ts', `\n/** ${word}'s */`)).toEqual(expected);
    expect(found('sandbox/a.test.ts', `\ntest('then ${word} comes', () => {});`)).toEqual(expected);
    expect(found('sandbox/a.test.ts', `\ndescribe.each([1])(\`${word} %s \${1}\`, f);`)).toEqual(expected);
    expect(found('sandbox/a.test.ts', `\nconst text = 'then ${word} comes';`)).toEqual([]);
  });
  test.each(['colour', 'catalogue', 'cancelled', 'authorisation', 'programme', 'Colours'])(
    '"%s" in comments, but for words of the wire, which stand in quotes',
    (word) => {
      expect(found('sandbox/a.ts', `// The ${word} is here.`)).toEqual([
        `sandbox/a.ts:1: "${word}" is not American`,
      ]);
      expect(found('sandbox/a.ts', `// \`${word}\` and "${word}" are here.`)).toEqual([]);
    },
  );
  test('a note of what is to be done, in any folder', () => {
    expect(found('src/ui/a.ts', '\n// TODO: later')).toEqual([
      'src/ui/a.ts:2: a note of what is to be done (TODO)',
    ]);
    expect(found('src/ui/a.ts', "const list = 'TODO';")).toEqual([]);
  });
  test('26 files side by side in one of the large folders, tests not counted', () => {
    for (const folder of [
      'src/app/pages',
      'src/payments/evm',
      'src/features/a/b',
      'src/session',
      'src/wallets',
    ]) {
      expect(crowd(folderOf(folder, 26))).toEqual([`${folder}: 26 files side by side, more than 25`]);
      expect(crowd(folderOf(folder, 25), folderOf(folder, 9, '.test.tsx'))).toEqual([]);
    }
    expect(crowd(folderOf('src/domain', 60))).toEqual([]);
  });
  test('13 files beside the rooms of src/app', () => {
    expect(crowd(folderOf('src/app', 13))).toEqual(['src/app: 13 files side by side, more than 12']);
    expect(crowd(folderOf('src/app', 12), folderOf('src/app/pages', 20))).toEqual([]);
  });
});

test('wording and width are rules of the clean folders only', () => {
  const text = `// Nobody ${'x'.repeat(120)}`;
  expect(found('src/ui/a.ts', text)).toEqual([]);
  expect(found('sandbox/a.ts', text)).toHaveLength(2);
});

test('comments are not mixed up with strings, templates, patterns and text', () => {
  const text = [
    "const url = 'https://told.example'; // one",
    'const text = `// told ${a /* two */} // told`;',
    'const pattern = /[/*]told[*/]/.test(text); // three',
    'const part = <a href="//told">// told {/* four */} /* told */</a>;',
  ].join('\n');
  expect(commentsAndTestNames('a.tsx', text).map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual([
    'comment: // one',
    'comment: /* two */',
    'comment: // three',
    'comment: /* four */',
  ]);
});
