import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRefusal } from './refusal.ts';
import { refusalKind, type RefusalKind } from './refusal-kind.ts';

test.each<[number, unknown, RefusalKind]>([
  [403, { error: 'Account is frozen', frozen_message: 'In review.' }, 'frozen'],
  [403, { error: 'Frozen for your region', frozen_message: 'In review.' }, 'frozen'],
  [451, { error: 'Unavailable' }, 'region'],
  [451, {}, 'region'],
  [403, { error: 'Not available in your region' }, 'region'],
  [403, { error: 'Your country is not supported.' }, 'region'],
  [403, { error: 'Cards can only be issued inside, not outside the United States' }, 'region'],
  [403, { error: 'No.', code: 'region_not_supported' }, 'region'],
  [403, { error: 'No.', hint: 'Cards are not issued outside of the U.S. today' }, 'region'],
  [403, { detail: 'geo-blocked' }, 'region'],
  [403, { error: 'Verify first.', code: 'kyc_required', kyc_url: 'https://x.example' }, 'verification'],
  [403, { error: 'Please verify your identity first' }, 'verification'],
  [403, { error: 'Card does not belong to this account' }, 'refused'],
  [403, { error: 'Forbidden' }, 'refused'],
  [400, { error: 'country must be "US"' }, 'not-accepted'],
  [400, { error: 'amount 3 is too small for this card' }, 'not-accepted'],
  [400, { error: 'You can order at most 6 cards per day' }, 'daily-limit'],
  [403, { error: 'Daily card limit reached for this wallet' }, 'daily-limit'],
  [429, { error: 'Limit of 6 cards in 24 hours reached' }, 'daily-limit'],
  [429, { error: 'Slow down', code: 'daily_limit_reached' }, 'daily-limit'],
  [429, { error: 'Too many requests' }, 'rate-limited'],
  [400, { error: 'This card is out of stock.' }, 'out-of-stock'],
  [409, { error: 'Sold out' }, 'out-of-stock'],
  [500, { error: 'No cards in stock: no more inventory' }, 'out-of-stock'],
  [503, { error: 'x', code: 'out_of_stock' }, 'out-of-stock'],
  [402, { error: 'Balance too low for this card.', note: 'Top it up first.' }, 'balance-short'],
  [404, { error: 'No such product.', code: 'unknown_laso_server_id' }, 'unknown-thing'],
  [409, { error: 'Still running.', code: 'idempotency_key_in_progress' }, 'working'],
  [410, { error: 'Link ran out.' }, 'gone'],
  [412, { error: 'No banking profile' }, 'not-met'],
  [412, { error: 'Verify daily' }, 'not-met'],
  [422, { error: 'Used before.' }, 'not-accepted'],
  [500, { error: 'Internal server error' }, 'fault'],
  [500, { error: 'The daily job failed' }, 'fault'],
  [502, null, 'fault'],
  [408, null, 'fault'],
  [401, { error: 'Invalid token' }, 'refused'],
  [418, { error: 'x', code: 'a_code_of_next_year' }, 'refused'],
])('%i %j is %s', (status, body, kind) => expect(refusalKind(status, readRefusal(body))).toBe(kind));

test('words alone never make a frozen account, whatever they say and whatever the status', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), fc.string(), (status, error, hint) => {
      expect(refusalKind(status, readRefusal({ error, hint }))).not.toBe('frozen');
    }),
  );
});
