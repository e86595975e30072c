import { expect, test } from 'vitest';
import * as keys from './keys.ts';

const names = Object.values(keys).map((key) => (typeof key === 'string' ? key : key('0xAda')));

test('a name never changes: another one would lose what is stored and split the tabs of two builds', () => {
  expect(names.toSorted()).toEqual([
    'laso-alert-notifications',
    'laso-chain-check:0xAda',
    'laso-pay:0xada',
    'laso-payments',
    'laso-reconcile',
    'laso-renew:0xAda',
    'laso-solana-wallet',
    'laso-withdraw-records:0xAda',
    'laso-withdraw:0xAda',
    'laso.account-card-open-order:0xAda',
    'laso.account-card-order',
    'laso.active-account',
    'laso.alerts',
    'laso.all-accounts',
    'laso.balance-refreshes',
    'laso.balance-refreshes-refused',
    'laso.card-notes',
    'laso.dismissals',
    'laso.first-seen',
    'laso.link',
    'laso.preferences',
    'laso.sessions',
    'laso.signed-out',
    'laso.tokens',
    'laso.visits',
  ]);
});

test('a user without an id has an open-order lock too', () => {
  expect(keys.openCardOrderLock(null)).toBe('laso.account-card-open-order:');
});
