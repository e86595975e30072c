import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import type { ChainTransfer, Purchase } from '#domain/chain-purchase.ts';
import { matchTransfers } from '#domain/match-transfers.ts';
import shipped from '../../../laso.config.json' with { type: 'json' };
import { CheckResult } from './check-result.tsx';
import { isCompared, type KeptCheck } from './kept-check.ts';

const AT_MS = Date.parse('2026-11-21T12:00:00Z');
const transfer = (given: Partial<ChainTransfer>): ChainTransfer => ({
  transaction: `0x${'ab'.repeat(32)}`,
  logIndex: 0,
  blockNumber: 5,
  atMs: AT_MS,
  amountAtomic: 50_000_000n,
  payTo: '0x2',
  ...given,
});
const card = (given: Partial<Purchase> = {}): Purchase => ({
  id: 'card card_1',
  cardId: 'card_1',
  paymentId: null,
  atMs: AT_MS,
  minAtomic: 50_000_000n,
  maxAtomic: 50_000_000n,
  transaction: null,
  ...given,
});

function show(
  transfers: ChainTransfer[],
  purchases: Purchase[],
  {
    missing = [],
    running = false,
    ...check
  }: Partial<KeptCheck> & { missing?: string[]; running?: boolean } = {},
) {
  const kept: KeptCheck = {
    version: 1,
    usdc: '0x1',
    payTo: ['0x2'],
    sinceMs: AT_MS - 86_400_000,
    fromBlock: 0,
    head: { number: 10, atMs: AT_MS },
    startedAtMs: AT_MS,
    anchor: null,
    read: [{ from: 0, to: 10 }],
    transfers,
    walletAtomic: 4_000_000n,
    readAtMs: AT_MS,
    comparedFromMs: AT_MS,
    ...check,
  };
  render(
    <ConfigContext value={parseConfig(shipped)}>
      <CheckResult
        check={kept}
        result={matchTransfers(transfers, purchases)}
        compared={isCompared(kept)}
        running={running}
        missing={missing}
      />
    </ConfigContext>,
  );
}
const fact = (term: string) => screen.getByText(term).nextSibling;

test('when everything belongs to something, that is the sentence, and nothing is listed', () => {
  show([transfer({}), transfer({ amountAtomic: 1_000n, logIndex: 1 })], [card()]);
  expect(screen.getByRole('status').textContent).toBe(
    'All 2 payments to Laso match a known order or sign-in.',
  );
  expect(screen.queryByRole('table')).toBeNull();
  expect(fact('Paid to Laso, 2 payments')?.textContent).toBe('50.001 USDC');
  expect(fact('Matched to 1 card')?.textContent).toBe('50.00 USDC');
  expect(fact('Matched to 1 sign-in')?.textContent).toBe('0.001 USDC');
  expect(fact('In the agent’s own wallet')?.textContent).toBe('4.00 USDC');
});

test('what matches nothing is listed with time, amount and its transaction', () => {
  show([transfer({}), transfer({ amountAtomic: 75_000_000n, logIndex: 1 })], [card()]);
  expect(screen.getByRole('status').textContent).toMatch(
    /^1 payment to Laso, 75\.00 USDC, matches no known order or sign-in/,
  );
  const [, row] = screen.getAllByRole('row');
  expect(row?.textContent).toMatch(/2026.*75\.00 USDC/);
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe(
    `https://basescan.org/tx/0x${'ab'.repeat(32)}`,
  );
});

test('what could not be read is named: payments for it look unmatched', () => {
  show([transfer({})], [], { missing: ['the U.S. cards'] });
  expect(screen.getByRole('status').textContent).toContain(
    'Some of these may be for the U.S. cards, which could not be read',
  );
});

test('before everything was read nothing is called complete, and no card is said to be without a payment', () => {
  show([], [card()], { read: [{ from: 6, to: 10 }] });
  expect(screen.queryByRole('status')).toBeNull();
  expect(fact('Paid to Laso so far, 0 payments')?.textContent).toBe('0.00 USDC');
  expect(screen.queryByText('Ordered with no payment from this address')).toBeNull();
});

test('a card that no payment explains is counted, if it was ordered in that time', () => {
  show([], [card(), card({ id: 'card old', cardId: 'old', atMs: 0 })]);
  expect(fact('Ordered with no payment from this address')?.textContent).toBe('1 card');
});

test('a node that lags is said, and a balance it did not tell is not zero', () => {
  show([], [], { startedAtMs: AT_MS + 120_000, walletAtomic: null });
  expect(screen.getByText(/The node’s newest block is from/)).toBeDefined();
  expect(fact('In the agent’s own wallet')?.textContent).toContain('—');
});

// The cards on screen are from before the last block: what was bought in between is not in them.
test('nothing is called unmatched before the cards were read again', () => {
  const later = performance.timeOrigin + 60_000;
  const uncompared = { readAtMs: later, comparedFromMs: null };
  show([transfer({})], [], { ...uncompared, running: true });
  expect(screen.getByText(/^1 payment not matched so far\. The cards are read again/)).toBeDefined();
  expect([screen.queryByRole('status'), screen.queryByRole('table')]).toEqual([null, null]);
});

test('cards that could not be read again are said, and nothing is called unmatched', () => {
  show([transfer({})], [], { readAtMs: performance.timeOrigin + 60_000, comparedFromMs: 5 });
  expect(screen.getByRole('status').textContent).toMatch(
    /^1 payment could not be compared yet\..*Check again\.$/,
  );
  expect(screen.queryByRole('table')).toBeNull();
});
