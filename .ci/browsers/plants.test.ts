import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { BASELINE, OLDEST } from './baseline.ts';
import { newerInBundle } from './bundle.ts';
import { newerInSource } from './source.ts';
import { newerInStyle } from './style.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  types: [],
};

const PLANTS: readonly [what: string, code: string][] = [
  ['URL.parse', `export const a = URL.parse('/');`],
  ['AbortSignal.any', `export const b = (s: AbortSignal) => AbortSignal.any([s]);`],
  ['Map.groupBy', `const { groupBy } = Map; export const c = groupBy([1], String);`],
  ['Object.groupBy', `export const d = Object['groupBy']([1], String);`],
  ['Promise.withResolvers', `export const e = Promise.withResolvers<void>();`],
  ['Set.union', `export const f = (set: ReadonlySet<string>) => set.union(new Set(['a']));`],
  ['Iterator.map', `export const g = new Map([[1, 2]]).values().map((n) => n + 1);`],
  ['Array.fromAsync', `export const h = Array.fromAsync([1]);`],
  ['Element.checkVisibility', `export const i = (e: HTMLElement) => e.checkVisibility();`],
  ['Math.f16round', `export const j = Math.f16round(1);`],
  ['requestIdleCallback', `export const k = () => requestIdleCallback(() => {});`],
  ["a regular expression's flag v", `export const l = /\\p{L}/v;`],
  ['HTMLElement.popover', `export const m = (e: HTMLElement) => { e.popover = 'auto'; };`],
  ['<div popover>', `export const n = <div popover="auto" />;`],
];

/** Puts each piece of code into its own file, all in one program. */
function found(pieces: readonly string[]): string[][] {
  const texts = new Map(pieces.map((code, at) => [`/planted/p${at}.tsx`, code]));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    return text === undefined ? read(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ESNext);
  };
  host.fileExists = (name) => texts.has(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].map((file) => newerInSource(program, [file], BASELINE).map(({ what }) => what));
}

describe('source', () => {
  test('each API newer than the baseline is found by its type', () => {
    const results = found(PLANTS.map(([, code]) => code));
    expect(PLANTS.map(([what], at) => [what, results[at]])).toEqual(PLANTS.map(([what]) => [what, [what]]));
  });

  test('names that only look like one pass, and so does what the code checks for first', () => {
    const fine = [
      `const z = { union: (x: unknown) => x, groupBy: 1 }; export const a = z.union(z.groupBy);`,
      `export const b = [3, 1].toSorted().findLast(Boolean);`,
      `export const c = new ArrayBuffer(1, { maxByteLength: 2 }).resize(2);`,
      `export const d = 'a'.isWellFormed() && AbortSignal.timeout(1) && structuredClone(1);`,
      `export const e = () => { if ('requestIdleCallback' in window) requestIdleCallback(() => {}); };`,
      `export const f = (s: ReadonlySet<string>) => [...s].map((x) => x.at(-1));`,
      `export const g = <dialog inert />;`,
    ];
    expect(found(fine)).toEqual(fine.map(() => []));
  });

  test('a finding says where, and who lacks it', () => {
    const [file = ''] = ['public/take-login-link.js'];
    const program = ts.createProgram([file], { ...options, allowJs: true });
    // Arrow functions do not count: for browsers of 2012 even the first script uses newer features.
    const [first] = newerInSource(program, [file], { ...OLDEST, safari: 6 });
    expect(first).toMatchObject({ file });
    expect(first?.line).toBeGreaterThan(1);
    expect(first?.lackedBy.join()).toContain('Safari before');
  });
});

describe('the build', () => {
  const inBundle = (code: string) => newerInBundle('a.js', code, {}).map(({ what }) => what);

  test.each([
    ['Promise.try', 'Promise.try(()=>1)'],
    ['URL.canParse', 'let x=URL.canParse(`a`)'],
    ['Iterator.from', 'Iterator.from([])'],
    ['URLPattern', 'new URLPattern({})'],
    ['globalThis.scheduler', 'globalThis.scheduler.yield()'],
    ["a regular expression's flag v", 'new RegExp(`a`,`v`)'],
  ])('%s of a library is found', (what, code) => {
    expect(inBundle(code)).toContain(what);
  });

  test.each(['let a=/[\\p{L}--[a-z]]/v', 'using a=b()', 'import a from"./a.json"with{type:"json"}'])(
    'syntax: %s',
    (code) => {
      expect(inBundle(code)).toHaveLength(1);
    },
  );

  test('what is as old as the baseline passes, and what was accepted', () => {
    expect(
      inBundle('class A{static{}#x;has(o){return #x in o}}await 1;[].findLast(a=>/(?<!a)b/d.test(a))'),
    ).toEqual([]);
    expect(newerInBundle('a.js', 'Promise.try(()=>1)', { 'Promise.try': 'asked for first' })).toEqual([]);
  });
});

describe('styles', () => {
  test.each([
    ['field-sizing', 'a{field-sizing:content}'],
    ['light-dark()', 'a{color:light-dark(#000,#fff)}'],
    ['@starting-style', '@starting-style{a{opacity:0}}'],
    ['nesting', 'a{b{color:red}}'],
    [':popover-open', 'a:popover-open{color:red}'],
    ['a relative color', 'a{color:rgb(from red r g b)}'],
    ['grid-template-columns: subgrid', 'a{grid-template-columns:subgrid}'],
    ['anchor()', 'a{top:anchor(bottom)}'],
  ])('%s is found', (what, text) => {
    expect(newerInStyle('a.css', text, {}).map((one) => one.what)).toContain(what);
  });

  test('what is as old as the baseline passes, and what @supports asks for first', () => {
    const old =
      'a:has(b):focus-visible{color:color-mix(in oklab,red,blue);height:1dvh;inset:0;width:5cqi}@layer x{@property --a{syntax:"*";inherits:false}}';
    const asked = '@supports (grid-template-columns:subgrid){a{grid-template-columns:subgrid}}';
    expect(newerInStyle('a.css', old + asked, {})).toEqual([]);
  });
});
