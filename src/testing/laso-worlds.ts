import * as fc from 'fast-check';

/** For tests: a card's history as it was, and ways to write it that all mean the same. */
export interface World {
  usdAmountCents: number;
  lines: readonly WorldLine[];
}

export interface WorldLine {
  cents: number;
  kind: 'purchase' | 'refund';
  merchant: string;
  day: string;
  minute: number;
  dated: boolean;
}

const DAY_MS = 86_400_000;
export const FIRST_DAY = Date.UTC(2026, 8, 1);
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const MERCHANTS = ['PAPERBACK STORE', 'TEA HOUSE', 'BIKE WORKSHOP #12', 'wegift cards shop'];
const step = fc.record({
  share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  back: fc.boolean(),
  merchant: fc.constantFrom(...MERCHANTS),
  minutesLater: fc.constantFrom(0, 1, 300, 1_440, 9_000),
  dated: fc.boolean(),
});

/**
 * Nothing is spent that is not there, and nothing comes back that was not spent. Whole amounts are among
 * both.
 */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    usdAmountCents: fc.oneof(
      fc.constantFrom(5_000, 100_000, 123_456),
      fc.integer({ min: 500, max: 100_000 }),
    ),
    steps: fc.array(step, { maxLength: 8 }),
    undatedToo: fc.boolean(),
  })
  .map(({ usdAmountCents, steps, undatedToo }) => {
    let spent = 0;
    let at = FIRST_DAY + 3 * DAY_MS;
    const lines = steps.flatMap(({ share, back, merchant, minutesLater, dated }): WorldLine[] => {
      const most = back ? spent : usdAmountCents - spent;
      const cents = Math.round(most * (share > 0.7 ? 1 : share));
      if (cents === 0) return [];
      spent += back ? -cents : cents;
      at += minutesLater * 60_000;
      const minute = Math.floor((at % DAY_MS) / 60_000);
      const kind = back ? 'refund' : 'purchase';
      return [{ cents, kind, merchant, day: isoDay(at), minute, dated: dated || !undatedToo }];
    });
    return { usdAmountCents, lines };
  });

/** How one line, or the card, is written. */
export type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;
export const styles = fc.record({
  number: fc.boolean(),
  commas: fc.boolean(),
  short: fc.boolean(),
  currency: fc.constantFrom('', '$', 'US$', 'USD '),
  sign: fc.constantFrom('before', 'after', 'behind', 'brackets'),
  minus: fc.constantFrom('-', '\u2212'),
  space: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
  date: fc.constantFrom('day', 'american', 'american-long', 'iso', 'ms', 'no-zone'),
  flag: fc.constantFrom<'boolean' | 'text' | 'number' | 'none'>('boolean', 'text', 'number', 'none'),
  negative: fc.boolean(),
  intl: fc.boolean(),
});

export function amountAs(cents: number, negative: boolean, style: Style): unknown {
  if (style.number) return (negative ? -cents : cents) / 100;
  const { space } = style;
  const whole = String(Math.trunc(cents / 100));
  const grouped = style.commas ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole;
  const digits =
    style.short && cents % 100 === 0 ? grouped : `${grouped}.${String(cents % 100).padStart(2, '0')}`;
  const plain = `${style.currency}${digits}`;
  if (!negative) return `${space}${plain}${space}`;
  switch (style.sign) {
    case 'before':
      return `${style.minus}${space}${plain}`;
    case 'after':
      return `${style.currency}${space}${style.minus}${digits}`;
    case 'behind':
      return `${plain}${space}${style.minus}`;
    default:
      return `(${space}${plain}${space})`;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

function dateAs(day: string, minute: number, { date, space }: Style): unknown {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const [hour, rest] = [Math.floor(minute / 60), two(minute % 60)];
  const short = `${Number(month)}/${Number(dayOfMonth)}/${year.slice(-2)}`;
  const half = `${hour % 12 === 0 ? 12 : hour % 12}:${rest}`;
  const long = `${month}/${dayOfMonth}/${year}, ${half}:${two(minute % 60)}`;
  switch (date) {
    case 'american':
      return `${short}, ${half}${space}${hour < 12 ? 'AM' : 'PM'}`;
    case 'american-long':
      return `${long}${space}${hour < 12 ? 'AM' : 'PM'}`;
    case 'iso':
      return `${day}T${two(hour)}:${rest}:00Z`;
    case 'ms':
      return Date.parse(`${day}T${two(hour)}:${rest}:00Z`);
    case 'no-zone':
      return `${day} ${two(hour)}:${rest}:00`;
    default:
      return day;
  }
}

export function lineAs(line: WorldLine, style: Style): Record<string, unknown> {
  const credit = line.kind === 'refund';
  // Where a flag says which way it went, the sign says nothing.
  const negative = style.flag === 'none' ? credit : style.negative;
  const flags = { boolean: credit, text: String(credit), number: Number(credit), none: undefined };
  return {
    amount: amountAs(line.cents, negative, style),
    date: line.dated ? dateAs(line.day, line.minute, style) : null,
    [style.intl ? 'merchant' : 'description']: line.merchant,
    ...(style.flag === 'none' ? {} : { is_credit: flags[style.flag] }),
  };
}
