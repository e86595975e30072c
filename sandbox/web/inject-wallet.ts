import { WALLET_PATH } from './wallet-script.ts';

const TAG = `<script src="${WALLET_PATH}"></script>`;
/** Takes the login token out of the address bar (public/take-login-link.js). */
const FIRST_SCRIPT = /<script\b[^>]*\bsrc="\/take-login-link\.js"[^>]*>\s*<\/script>/;
const ANY_SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/;

/**
 * Puts the wallet's script into the page: directly after the one that takes the login token away, which must
 * stay first, and before everything that could look for wallets.
 */
export function injectWallet(html: string): string {
  const place = FIRST_SCRIPT.test(html) ? FIRST_SCRIPT : ANY_SCRIPT;
  if (!place.test(html)) throw new Error('index.html has no script to put the sandbox wallet behind');
  return html.replace(place, (first) => `${first}\n    ${TAG}`);
}

/**
 * The same for Vite's dev server, which puts its own scripts
 * in front of the page's: both of ours go to the top again.
 */
export function injectWalletFirst(html: string): string {
  const [first] = FIRST_SCRIPT.exec(html) ?? [];
  if (!first) throw new Error('index.html does not load /take-login-link.js');
  return html.replace(first, '').replace('<head>', () => `<head>\n    ${first}\n    ${TAG}`);
}
