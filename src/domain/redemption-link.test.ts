import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redemptionLink } from './redemption-link.ts';

const HOSTS = ['pay.runa.io', 'redeem.example:8443'];

test.each([
  ['https://pay.runa.io/t/8f2k', 'pay.runa.io'],
  ['https://pay.runa.io', 'pay.runa.io'],
  ['https://pay.runa.io/?next=https://elsewhere.example/@me', 'pay.runa.io'],
  ['https://pay.runa.io?t=1#a@b', 'pay.runa.io'],
  ['HTTPS://Pay.Runa.IO/t/8f2k', 'pay.runa.io'],
  ['https://redeem.example:8443/t', 'redeem.example:8443'],
])('%s is a link to the listed host', (text, host) =>
  expect(redemptionLink(text, HOSTS)).toEqual({ kind: 'link', text, href: new URL(text).href, host }),
);

test.each([
  ['', 'no-address'],
  ['see your e-mail', 'no-address'],
  ['/t/8f2k', 'no-address'],
  ['javascript:alert(1)', 'not-https'],
  ['JaVa\tScript:alert(1)//https://pay.runa.io', 'not-https'],
  ['data:text/html,<a href="https://pay.runa.io">', 'not-https'],
  ['http://pay.runa.io/t/8f2k', 'not-https'],
  ['blob:https://pay.runa.io/8f2k', 'not-https'],
  ['https://pay.runa.io@evil.example/t', 'user-info'],
  ['https://pay.runa.io:443@evil.example/t', 'user-info'],
  ['https://@pay.runa.io/t', 'user-info'],
  ['https:pay.runa.io/t', 'disguised'],
  ['https:/pay.runa.io/t', 'disguised'],
  ['https:///pay.runa.io/t', 'disguised'],
  ['https:\\\\pay.runa.io\\t', 'disguised'],
  ['https://evil.example\\.pay.runa.io/t', 'disguised'],
  [' https://pay.runa.io/t', 'disguised'],
  ['https://pay.runa.io/t\n', 'disguised'],
  ['https://pay.ru\nna.io/t', 'disguised'],
  ['https://pay%2Eruna.io/t', 'disguised'],
  ['https://pay。runa.io/t', 'disguised'],
  ['https://pay.runa.io:443/t', 'disguised'],
  ['https://pay.runа.io/t', 'disguised'],
  ['https://pay.runa.io/\u202egpj.exe', 'disguised'],
  ['https://xn--pay-4ve.runa.io/t', 'look-alike'],
  ['https://pay.runa.io.evil.example/t', 'look-alike'],
  ['https://pay-runa.io/t', 'look-alike'],
  ['https://pay.runa.lo/t', 'look-alike'],
  ['https://pay.rumna.io/t', 'look-alike'],
  ['https://pay.runa.co/t', 'look-alike'],
  ['https://pay.runa.io:8443/t', 'look-alike'],
  ['https://pay.runa.io./t', 'look-alike'],
])('%j never becomes a link and is all there: %s', (text, reason) =>
  expect(redemptionLink(text, HOSTS)).toEqual({ kind: 'unsafe', text, reason }),
);

test.each([
  ['https://gift.tremendous.com/r/1', 'gift.tremendous.com', '/r/1'],
  ['https://eu.pay.runa.io/t?x=1', 'eu.pay.runa.io', '/t?x=1'],
  ['https://203.0.113.7:444/t', '203.0.113.7:444', '/t'],
])('%s belongs to an unlisted host', (text, host, after) =>
  expect(redemptionLink(text, HOSTS)).toEqual({ kind: 'unlisted', text, before: 'https://', host, after }),
);

test('without listed hosts nothing is a link', () => {
  expect(redemptionLink('https://pay.runa.io/t', []).kind).toBe('unlisted');
});

const awkward = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'https:',
        'HTTP:',
        '/',
        '\\',
        '@',
        ':',
        '.',
        'pay.runa.io',
        'evil.example',
        '%2e',
        '\t',
        '443',
        '?',
        '#',
        'а',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

test('whatever comes, a link goes to exactly a listed host over https, and no text is lost', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const link = redemptionLink(text, HOSTS);
      expect(link.text).toBe(text);
      if (link.kind === 'unlisted') expect(link.before + link.host + link.after).toBe(text);
      if (link.kind !== 'link') return;
      const { protocol, host, username, password } = new URL(link.href);
      expect({ protocol, username, password }).toEqual({ protocol: 'https:', username: '', password: '' });
      expect(HOSTS).toContain(host);
      expect(text.toLowerCase().startsWith(`https://${host}`)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('every path, query and fragment of a listed host stays a link', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      expect(redemptionLink(`https://pay.runa.io${path}?${query}`, HOSTS).kind).toBe('link');
    }),
  );
});
