import { expect, test } from 'vitest';
import { pictureUrl } from './picture-url.ts';

const HOSTS = ['img.laso.finance', '127.0.0.1:4020', '127.evil.example'];

test('a picture of a listed host is loaded', () => {
  expect(pictureUrl('https://img.laso.finance/a.png?w=2', HOSTS)).toBe('https://img.laso.finance/a.png?w=2');
  expect(pictureUrl('http://127.0.0.1:4020/pictures/a.svg', HOSTS)).toBe(
    'http://127.0.0.1:4020/pictures/a.svg',
  );
});

test.each([
  null,
  '',
  '/a.png',
  'http://img.laso.finance/a.png',
  'http://127.evil.example/a.png',
  'https://img.laso.finance.evil.example/a.png',
  'https://img.laso.finance@evil.example/a.png',
  'https://user:pass@img.laso.finance/a.png',
  'https://img.laso.finance:8443/a.png',
  'https://pictures.example/a.png',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg/>',
])('everything else is drawn here instead: %j', (text) => expect(pictureUrl(text, HOSTS)).toBeNull());
