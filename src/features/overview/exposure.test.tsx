import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { WalletsHeld } from '#domain/wallets-held.ts';
import { Exposure } from './exposure.tsx';

const HOUR_MS = 3_600_000;

function show(wallets: Partial<WalletsHeld>, missing: string[] = []) {
  const held = { cents: null, known: 0, all: 1, hidden: 0, readAtMs: null, ...wallets };
  render(
    <Exposure
      leftCents={1_000}
      missing={missing}
      balanceCents={500}
      withdrawnCents={null}
      withdrawnReason="Laso did not answer."
      wallets={held}
      balanceLink={null}
    />,
  );
  const said = (term: RegExp) => screen.getByText(term).closest('div')?.textContent;
  return { said, page: document.body.textContent };
}

test('a wallet that was not asked is not in the sum, and the way to ask is said', () => {
  const { said, page } = show({});
  expect(said(/^Could still be spent/)).toBe('Could still be spent, not counting the wallet$15.00');
  expect(page).toContain('“Check the chain” below shows what the wallet holds.');
});

test('of ten wallets those that were read count, with their age, and the rest is named', () => {
  const { said, page } = show({
    cents: 70_000,
    known: 7,
    all: 10,
    hidden: 1,
    readAtMs: Date.now() - 3.5 * HOUR_MS,
  });
  expect(said(/^USDC in the agents/)).toContain('$700.007 of 10 wallets, read 3 h ago');
  expect(said(/^Could still be spent/)).toBe('Could still be spent, not counting 3 of the wallets$715.00');
  expect(page).toContain('shows what 2 more wallets hold. 1 account pays on Solana');
});

test('nobody is sent to a check that cannot tell', () => {
  const { page } = show({ hidden: 1 });
  expect(page).toContain('1 account pays on Solana');
  expect(page).not.toContain('Check the chain');
});

test('withdrawals that could not be read are not zero', () => {
  const { said } = show({});
  expect(said(/^Withdrawn/)).toContain('—');
  expect(said(/^Withdrawn/)).not.toContain('$');
});

test('with a list of cards missing, both sums say so', () => {
  const { said } = show({ cents: 0, known: 1, readAtMs: Date.now() }, ['the U.S. cards']);
  expect(said(/^Left on cards/)).toBe('Left on cards$10.00Not counting the U.S. cards');
  expect(said(/^Could still be spent/)).toBe('Could still be spent, not counting the U.S. cards$15.00');
});
