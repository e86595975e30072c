import { describe, expect, test } from 'vitest';
import { loadAmong, type LoadLine } from './card-load.ts';
import type { When } from './day.ts';

const at = (day: string, clock?: string): When => ({ kind: 'day', day, ...(clock && { clock }) });
const debit = (amountCents: number | null, when: When | null, description = 'STORE'): LoadLine => ({
  amountCents,
  credit: false,
  moved: true,
  description,
  when,
});
const credit = (amountCents: number, when: When | null, description = 'CREDIT'): LoadLine => ({
  ...debit(amountCents, when, description),
  credit: true,
});
const LOAD = 'wegiftusd - 70415520931';
const card = (usdAmountCents: number | null = 5_000, availableCents: number | null = null) => ({
  usdAmountCents,
  availableCents,
});
const found = (lines: readonly LoadLine[], of = card()): number => {
  const load = loadAmong(lines, of);
  return load ? lines.indexOf(load) : -1;
};

describe('by its wording', () => {
  test('the load is found in either order, whatever the amount of the card', () => {
    const load = credit(5_000, at('2026-11-04', '09:12'), LOAD);
    const bought = debit(3_000, at('2026-11-05'));
    expect(found([bought, load])).toBe(1);
    expect(found([load, bought])).toBe(0);
    expect(found([load], card(null))).toBe(0);
    expect(found([credit(4_900, null, 'WEGIFTUSD - 1'), bought])).toBe(0);
  });

  test('a debit or a declined line of this wording is none', () => {
    expect(found([debit(5_000, null, LOAD)])).toBe(-1);
    expect(found([{ ...credit(5_000, null, LOAD), moved: false }])).toBe(-1);
  });

  test('of several, one is the load: that of the card’s amount, else the earliest', () => {
    const later = credit(700, at('2026-11-03'), LOAD);
    expect(found([credit(5_000, at('2026-11-09'), LOAD), later])).toBe(0);
    expect(found([credit(800, at('2026-11-09'), LOAD), later])).toBe(1);
    expect(found([credit(5_000, at('2026-11-09'), LOAD), credit(5_000, at('2026-11-04'), LOAD)])).toBe(1);
  });
});

describe('by its amount', () => {
  test('a credit of the card’s amount is the load where nothing came before', () => {
    expect(found([debit(3_000, at('2026-11-05')), credit(5_000, at('2026-11-04'))])).toBe(1);
    expect(
      found([credit(5_000, { kind: 'instant', ms: 1_000 }), debit(1, { kind: 'instant', ms: 2_000 })]),
    ).toBe(0);
    expect(found([credit(5_000, null)])).toBe(0);
    expect(found([credit(4_999, null)])).toBe(-1);
    expect(found([credit(5_000, null)], card(null))).toBe(-1);
    expect(found([credit(0, null)], card(0))).toBe(-1);
  });

  test('a purchase that was sent back whole stays a refund, by days, by times of day, and between a day and a moment', () => {
    expect(found([credit(5_000, at('2026-11-06')), debit(5_000, at('2026-11-05'))])).toBe(-1);
    expect(found([debit(5_000, at('2026-11-05')), credit(5_000, at('2026-11-06'))])).toBe(-1);
    expect(found([debit(5_000, at('2026-11-05', '09:00')), credit(5_000, at('2026-11-05', '09:01'))])).toBe(
      -1,
    );
    const moment = { kind: 'instant', ms: Date.UTC(2026, 10, 8, 12) } as const;
    expect(found([credit(5_000, moment), debit(5_000, at('2026-11-05'))])).toBe(-1);
    expect(found([credit(5_000, at('2026-11-05')), debit(5_000, moment)])).toBe(0);
  });

  test('on one day the order of the list tells, which its other lines show', () => {
    const day = at('2026-11-05');
    const oldest = debit(100, at('2026-11-06'));
    expect(found([oldest, credit(5_000, day), debit(4_900, day)])).toBe(-1);
    expect(found([credit(5_000, day), debit(4_900, day), oldest])).toBe(0);
    expect(found([debit(4_900, day), credit(5_000, day), oldest])).toBe(-1);
  });

  test('where neither times nor the order tell, what adds up does; else the list is newest first', () => {
    const day = at('2026-11-05');
    const [bought, back] = [debit(5_000, day), credit(5_000, day)];
    // More cannot come back than was spent.
    expect(found([credit(5_000, day), debit(3_000, day)])).toBe(0);
    // Spent, and nothing is left: the credit was the load. All is left: it was the refund.
    expect(found([back, bought], card(5_000, 0))).toBe(0);
    expect(found([bought, back], card(5_000, 5_000))).toBe(-1);
    expect(found([back, bought])).toBe(-1);
    expect(found([bought, back])).toBe(1);
    expect(found([back, bought].map((line) => ({ ...line, when: null })))).toBe(-1);
  });

  test('a declined attempt before it changes nothing; a line that could not be read may have been a purchase', () => {
    const load = credit(5_000, at('2026-11-05'));
    expect(found([load, { ...debit(5_000, at('2026-11-04')), moved: false }])).toBe(0);
    expect(found([load, debit(null, at('2026-11-04'))])).toBe(-1);
    expect(found([load, debit(null, null)])).toBe(-1);
    expect(found([debit(null, null), load])).toBe(1);
  });

  test('thousands of equal credits take no longer than their number', () => {
    const many = Array.from({ length: 50_000 }, () => credit(5_000, at('2026-11-05')));
    const began = performance.now();
    expect(found(many)).toBe(49_999);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
