/**
 * RFC 4180 as its grammar is written, sharing nothing with the app's own writer: rows of cells; a byte order
 * mark is left out. Strict: throws at what importers disagree about: a quote within a plain cell, text after
 * a closing quote, a line break that is not CRLF, a last line that is not ended, and a row with another
 * number of cells than the first.
 */
export function parseCsv(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`Not RFC 4180: ${what} in row ${rows.length + 1}, at “${content.slice(at, at + 20)}”`);
  };
  while (at < content.length) {
    const quoted = content[at] === '"';
    const cell = quoted ? QUOTED : PLAIN;
    cell.lastIndex = at;
    const [found] = cell.exec(content) ?? fail('a quoted cell that does not end');
    at += found.length;
    row.push(quoted ? found.slice(1, -1).replaceAll('""', '"') : found);
    if (content[at] === ',') at += 1;
    else if (content.startsWith('\r\n', at)) {
      at += 2;
      if (row.length !== (rows[0] ?? row).length) fail(`${row.length} cells`);
      rows.push(row);
      row = [];
    } else fail(at === content.length ? 'no line end' : 'a character that does not belong there');
  }
  if (row.length > 0) fail('no line end');
  return rows;
}

const QUOTED = /"(?:[^"]|"")*"/y;
const PLAIN = /[^",\r\n]*/y;

/** Each row by the names in the first one. */
export function parseRecords<Name extends string>(
  text: string,
  names: readonly Name[],
): Record<Name, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  if (header.join() !== names.join()) throw new Error(`The columns are ${header.join()}`);
  return rows.map((row) => {
    const record = Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
    // Exactly these names were put in, one line above.
    return record as Record<Name, string>;
  });
}
