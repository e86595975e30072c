import { expect, it } from 'vitest';
import { injectWallet, injectWalletFirst } from './inject-wallet.ts';

const FIRST = '<script src="/take-login-link.js"></script>';
const WALLET = '<script src="/__sandbox/wallet.js"></script>';
const scriptsOf = (html: string) => html.match(/<script\b[^>]*>/g);

it('puts the wallet after the script that takes the login token away, and before all others', () => {
  const html = injectWallet(`<head><meta charset="utf-8">${FIRST}<script src="/app.js"></script></head>`);
  expect(html.replaceAll(/\s*\n\s*/g, '')).toContain(
    `<meta charset="utf-8">${FIRST}${WALLET}<script src="/app.js">`,
  );
});

it('takes both to the top of a page where Vite has put its own scripts first', () => {
  const html = injectWalletFirst(
    `<html><head><script type="module" src="/@vite/client"></script>${FIRST}</head></html>`,
  );
  expect(scriptsOf(html)).toEqual([
    '<script src="/take-login-link.js">',
    '<script src="/__sandbox/wallet.js">',
    '<script type="module" src="/@vite/client">',
  ]);
});

it('refuses a page that does not take the login token away first', () => {
  expect(() => injectWalletFirst('<head><script src="/app.js"></script></head>')).toThrow('take-login-link');
  expect(() => injectWallet('<head></head>')).toThrow('no script');
});
