import { expect, test } from 'vitest';
import { parseUrl } from './parse-url.ts';

test('an address is read as the browser reads it', () => {
  expect(parseUrl('HTTPS://Laso.Finance:443/a b?x=1')?.href).toBe('https://laso.finance/a%20b?x=1');
});

test('what is no address by itself is null, never an error', () => {
  for (const text of ['', '/get-card', 'laso.finance', 'https://', 'http://[::1', 'https://a b/'])
    expect(parseUrl(text), text).toBeNull();
});
