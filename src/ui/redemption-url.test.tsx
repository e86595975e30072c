import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { RedemptionUrl } from './redemption-url.tsx';

const show = (url: string) =>
  render(
    <RedemptionUrl url={Secret.of(url)} hosts={['pay.runa.io']} supportEmail="support@laso.example">
      Complete the transfer
    </RedemptionUrl>,
  );

test('an address on a listed host is a link in a new tab that tells it nothing about us, with its host beside it', () => {
  show('https://pay.runa.io/t/8f2k');
  const link = screen.getByRole('link', { name: /Complete the transfer/ });
  expect(link.getAttribute('href')).toBe('https://pay.runa.io/t/8f2k');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(screen.getByText('pay.runa.io').tagName).toBe('STRONG');
});

test.each([
  ['javascript:alert(document.domain)', /does not begin with https/],
  ['data:text/html,<script>alert(1)</script>', /does not begin with https/],
  ['http://pay.runa.io/t/8f2k', /does not begin with https/],
  ['https://pay.runa.io.evil.example/t', /looks like one Laso uses, and is not/],
  ['https://pay.runa.io@evil.example/t', /in front of an “@”/],
  ['<img src=x onerror=alert(1)>', /not a web address/],
])('%s is text with the reason, never a link', (url, reason) => {
  const { container } = show(url);
  expect(screen.getByText(url)).toBeTruthy();
  expect(screen.getByText(reason)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Complete the transfer/ })).toBeNull();
  expect(container.querySelectorAll('a:not([href^="mailto:"]), img, script')).toHaveLength(0);
});

test('an address on another host is text with its host in bold, to copy, and names support', () => {
  const { container } = show('https://gift.example/r/1?x=2');
  expect(container.textContent).toContain('https://gift.example/r/1?x=2');
  expect(screen.getAllByText('gift.example').every((host) => host.tagName === 'STRONG')).toBe(true);
  expect(screen.getByRole('button', { name: 'Copy the address' })).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('mailto:support@laso.example');
});
