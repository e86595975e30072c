/**
 * What importers ask of a file (QuickBooks, Xero, hledger) and product.md §9 of this one; shares nothing with
 * the code that writes it.
 */
export const EXPORT_COLUMNS = [
  'id',
  'date',
  'time',
  'book',
  'kind',
  'account',
  'card_id',
  'description',
  'amount',
  'currency',
  'fee',
  'status',
  'transaction',
] as const;
export type ExportRecord = Record<(typeof EXPORT_COLUMNS)[number], string>;

const CURRENCIES: Readonly<Record<string, string>> = { wallet: 'USDC', card: 'USD', balance: 'USD' };

/** One sentence for each thing that an importer would refuse, double or misread. */
export function importProblems(rows: readonly ExportRecord[], accounts: readonly string[]): string[] {
  const ids = new Set<string>();
  return rows.flatMap((row) => {
    const isKnownId = ids.has(row.id);
    ids.add(row.id);
    return [
      isKnownId && 'its id came before',
      !/^[a-z][\w:%.'()*!~-]+$/.test(row.id) && 'its id is no plain word',
      !accounts.includes(row.account) && 'its account is none in full',
      !(row.book in CURRENCIES) && 'it is in no book',
      !/^(\d{4}-\d{2}-\d{2})?$/.test(row.date) && 'another form of date',
      !/^(\d{2}:\d{2}:\d{2})?$/.test(row.time) && 'another form of time',
      row.time !== '' && row.date === '' && 'a time without a date',
      ...(row.amount === ''
        ? [(row.currency !== '' || row.fee !== '') && 'a currency or fee of no amount']
        : amountProblems(row)),
    ]
      .filter((problem) => problem !== false)
      .map((problem) => `${row.id}: ${problem}`);
  });
}

function amountProblems({ amount, book, currency, date, fee }: ExportRecord): (string | false)[] {
  return [
    date === '' && 'an amount without a date',
    !/^-?(0|[1-9]\d*)\.\d{2,6}$/.test(amount) && 'an amount that is no plain decimal',
    Number(amount) === 0 && 'a zero that is not blank',
    currency !== CURRENCIES[book] && 'another currency than its book’s',
    book === 'wallet' && !amount.startsWith('-') && 'a payment that came in',
    fee !== '' && !(Number(fee) > 0 && Number(fee) <= Math.abs(Number(amount))) && 'a fee that is no part',
  ];
}

/** The sum of the column, exactly, in millionths. */
export const sumOf = (rows: readonly ExportRecord[], column: 'amount' | 'fee' = 'amount'): bigint =>
  rows.reduce((sum, row) => sum + micros(row[column]), 0n);

function micros(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(`${whole}${fraction.padEnd(6, '0')}` || '0');
  return text.startsWith('-') ? -value : value;
}
