import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SOLANA } from '#domain/chain.ts';
import type { OtherNetwork } from './other-network.ts';
import { PayChecks } from './pay-checks.tsx';
import type { PaymentCheck } from '#wallets/wallet-port.ts';

function Checks({ found, there }: { found: PaymentCheck; there: OtherNetwork | null }) {
  const checks = useQuery({ queryKey: ['checks'], queryFn: () => found, initialData: found });
  return (
    <PayChecks
      checks={checks}
      paysForAnother={false}
      noun="card"
      otherNetwork={there}
      toOther={there && <button type="button">Use Solana instead</button>}
    />
  );
}
const shown = (code: string, there: OtherNetwork | null): HTMLElement => {
  const sentence = code === 'balance' ? 'This wallet has too little.' : 'The clock is wrong.';
  const found: PaymentCheck = { balanceAtomic: 1n, findings: [{ level: 'stop', code, sentence }] };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Checks found={found} there={there} />
    </QueryClientProvider>,
  );
  return screen.getByRole('alert');
};
const other: OtherNetwork = { id: SOLANA, wallet: null, covers: null };
const wallet = { name: 'Some wallet', balanceAtomic: 1n };

test.each<[string, OtherNetwork | null, RegExp]>([
  ['it is enough there', { id: SOLANA, wallet, covers: true }, /Some wallet has enough on Solana\./],
  ['it is not enough there', { id: SOLANA, wallet, covers: false }, /too little on Solana as well\./],
  ['nothing is known there', { id: SOLANA, wallet: null, covers: null }, /If you have enough on Solana/],
  ['there is no other network', null, /Nothing was paid\.Check again$/],
])('too little USDC here: whether the other network helps is said, where %s', (_what, there, words) => {
  expect(shown('balance', there).textContent).toMatch(words);
});

test('the way to the other network stands beside the balance that is too small, not beside anything else', () => {
  expect(shown('balance', other).textContent).toContain('Use Solana instead');
});

test('another reason not to pay does not lead to the other network', () => {
  expect(shown('clock', other).textContent).not.toContain('Solana');
});
