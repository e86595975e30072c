import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LinkSecrets } from '#laso/login-link.ts';
import { linkDecided, linkInUse, takeOpenedLink } from './opened-link.ts';

const SECRETS: LinkSecrets = { authTokens: ['secret-token'], codes: [] };
const opened = () => {
  let held: LinkSecrets | null = SECRETS;
  window.takeLoginLink = () => {
    const taken = held;
    held = null;
    return taken;
  };
};

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  delete window.takeLoginLink;
});

test('a link is handed over once and leaves no secret behind', () => {
  opened();
  expect(takeOpenedLink()).toEqual({ kind: 'link', secrets: SECRETS });
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret-token');
});

test('a reload before the click is told once', () => {
  opened();
  takeOpenedLink();
  expect(takeOpenedLink()).toEqual({ kind: 'forgotten' });
  expect(takeOpenedLink()).toBeNull();
});

test('a reload while the link was in use does not call it unused', () => {
  opened();
  takeOpenedLink();
  linkInUse();
  expect(takeOpenedLink()).toEqual({ kind: 'interrupted' });
});

test('once decided, a reload has nothing to tell', () => {
  opened();
  takeOpenedLink();
  linkInUse();
  linkDecided();
  expect(takeOpenedLink()).toBeNull();
});

test('a page opened without a link has none', () => {
  expect(takeOpenedLink()).toBeNull();
});
