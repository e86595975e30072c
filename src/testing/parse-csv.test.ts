import { expect, test } from 'vitest';
import { parseCsv, parseRecords } from './parse-csv.ts';

test('quotes, commas and line breaks within cells are read', () => {
  expect(parseCsv('\uFEFFa,"b ""c"", d"\r\n,"two\r\nlines"\r\n')).toEqual([
    ['a', 'b "c", d'],
    ['', 'two\r\nlines'],
  ]);
  expect(parseRecords('a,b\r\n1,2\r\n', ['a', 'b'])).toEqual([{ a: '1', b: '2' }]);
});

test.each([
  ['a quote within a plain cell', 'a"b,c\r\n'],
  ['text after a closing quote', '"a"b\r\n'],
  ['a quoted cell without an end', '"a\r\n'],
  ['a bare line feed', 'a\nb\r\n'],
  ['a bare carriage return', 'a\rb\r\n'],
  ['a last line without an end', 'a,b\r\nc,d'],
  ['an empty last cell without an end', 'a,b\r\nc,'],
  ['a short row', 'a,b\r\nc\r\n'],
  ['a long row', 'a\r\nb,c\r\n'],
])('%s is refused', (_, text) => {
  expect(() => parseCsv(text)).toThrow('RFC 4180');
});

test('other columns are refused', () => {
  expect(() => parseRecords('a,c\r\n', ['a', 'b'])).toThrow('columns');
});
