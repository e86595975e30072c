import { describe, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import { destinationOf, reportedDestination } from './destination.ts';
import { aWithdrawal } from '../testing/withdrawal-builders.ts';

const SOLANA_ADDRESS = '3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX';
const solana = accountIdOf(SOLANA_ADDRESS);

describe('the destination', () => {
  test('on Base is the account’s own address, in full and checksummed', () => {
    expect(destinationOf(ACCOUNT, [], [])).toEqual({
      kind: 'known',
      network: 'Base',
      address: '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc',
      from: 'account',
    });
  });

  test('on Solana is never made from the account’s name, whose case is lost', () => {
    expect(destinationOf(solana, [], [])).toEqual({ kind: 'untold', network: 'Solana' });
    expect(destinationOf(solana, [solana, '7MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX'], [])).toMatchObject(
      {
        kind: 'untold',
      },
    );
    expect(destinationOf(solana, [], [aWithdrawal({ address: solana })])).toMatchObject({ kind: 'untold' });
  });

  test('on Solana is known from an own wallet, or from an earlier withdrawal, that spells the same', () => {
    expect(destinationOf(solana, [SOLANA_ADDRESS], [])).toMatchObject({
      address: SOLANA_ADDRESS,
      from: 'wallet',
    });
    const earlier = [aWithdrawal({ address: null }), aWithdrawal({ address: SOLANA_ADDRESS })];
    expect(destinationOf(solana, [], earlier)).toMatchObject({ address: SOLANA_ADDRESS, from: 'history' });
  });

  test('on Solana is not known when earlier withdrawals spell it in two ways', () => {
    const other = SOLANA_ADDRESS.replace('MZV', 'mZV');
    const both = [SOLANA_ADDRESS, other].map((address) => aWithdrawal({ address }));
    expect(destinationOf(solana, [], both)).toMatchObject({ kind: 'untold' });
  });
});

describe('what Laso reports', () => {
  const own = destinationOf(ACCOUNT, [], []);
  const finding = (address: string | null) => reportedDestination(aWithdrawal({ address }), own, ACCOUNT);

  test('is the same whatever its case, another wallet, or one made to look like it', () => {
    expect(finding(ACCOUNT)).toBe('same');
    expect(finding(null)).toBe('not-told');
    expect(finding(`0x1111${ACCOUNT.slice(6)}`)).toBe('other');
    expect(finding(`${ACCOUNT.slice(0, 8)}${'0'.repeat(28)}${ACCOUNT.slice(-6)}`)).toBe('look-alike');
    expect(finding('not an address')).toBe('other');
  });

  test('on Solana is nothing when it is only the account’s name again', () => {
    for (const wallets of [[], [SOLANA_ADDRESS]])
      expect(
        reportedDestination(aWithdrawal({ address: solana }), destinationOf(solana, wallets, []), solana),
      ).toBe('not-told');
  });

  test('on Solana is another wallet when one letter has another case', () => {
    const destination = destinationOf(solana, [SOLANA_ADDRESS], []);
    const of = (address: string) => reportedDestination(aWithdrawal({ address }), destination, solana);
    expect(of(SOLANA_ADDRESS)).toBe('same');
    expect(of(SOLANA_ADDRESS.replace('ZVk', 'zVk'))).toBe('other');
    expect(of(SOLANA_ADDRESS.replace('97x9', '98x9'))).toBe('look-alike');
    const untold = destinationOf(solana, [], []);
    expect(reportedDestination(aWithdrawal({ address: SOLANA_ADDRESS }), untold, solana)).toBe('same');
    expect(reportedDestination(aWithdrawal({ address: 'elsewhere' }), untold, solana)).toBe('other');
  });
});
