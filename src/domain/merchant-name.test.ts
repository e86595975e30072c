import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { merchantKey, merchantName, merchantSearch } from './merchant-name.ts';

test.each([
  ['SQ *BLUE BOTTLE COFFEE', 'Blue Bottle Coffee'],
  ['PAYPAL *FIGMA', 'Figma'],
  ['GITHUB, INC.', 'Github'],
  ['Hetzner Online GmbH', 'Hetzner Online'],
  ['JetBrains s.r.o.', 'JetBrains'],
  ['AMAZON.COM*2K4AB12', 'Amazon.com'],
  ['AMAZON WEB SERVICES', 'Amazon Web Services'],
  ['HBO MAX', 'HBO Max'],
  ['JOES BBQ', 'Joes BBQ'],
  ['UBER TRIP 8H2KQ1', 'Uber Trip'],
  ['OVH SAS', 'OVH'],
  ['Canva Pty', 'Canva'],
  ['7-ELEVEN', '7-Eleven'],
  ['1password', '1password'],
  ['  ', ''],
])('%s is shown as %s', (description, name) => expect(merchantName(description)).toBe(name));

test('spellings of one merchant have one key', () => {
  expect(new Set(['GITHUB, INC.', 'GitHub Inc', 'github'].map(merchantKey)).size).toBe(1);
});

test('different merchants keep different keys', () => {
  expect(merchantKey('AMAZON.COM')).not.toBe(merchantKey('AMAZON WEB SERVICES'));
});

test('no description loses its name altogether', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (text.trim() !== '') expect(merchantName(text)).not.toBe('');
    }),
  );
});

test.each([
  ['OPENAI *API CREDITS', 'Openai'],
  ['AMAZON.COM*2K4 SEATTLE', 'Amazon'],
  ['SERPER.DEV', 'Serper'],
  ['GITHUB, INC.', 'Github'],
  ['Hetzner Online GmbH', 'Hetzner Online'],
  ['SQ *BLUE BOTTLE', 'Blue Bottle'],
  ['*', '*'],
])('"%s" is looked up as "%s"', (description, search) => {
  expect(merchantSearch(description)).toBe(search);
});
