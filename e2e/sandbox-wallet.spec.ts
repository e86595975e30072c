import { expect, test } from './fixtures.ts';

test('in the sandbox a real wallet is hidden from the page, which says why', async ({
  page,
  consoleLines,
}) => {
  // What an extension does before any script of the page runs.
  await page.addInitScript(() => {
    const provider = { request: () => Promise.reject(new Error('a real wallet was asked')) };
    const detail = { info: { uuid: '1', name: 'MetaMask', rdns: 'io.metamask', icon: 'data:,' }, provider };
    const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
    window.addEventListener('eip6963:requestProvider', announce);
    Reflect.set(window, 'ethereum', provider);
  });
  await page.goto('/sign-in');
  const seen = await page.evaluate(() => {
    const names: unknown[] = [];
    window.addEventListener('eip6963:announceProvider', (event) => {
      if (event instanceof CustomEvent) names.push(event.detail.info.name);
    });
    window.dispatchEvent(new Event('eip6963:requestProvider'));
    return { names, legacy: Reflect.get(window, 'ethereum') };
  });
  expect(seen).toEqual({ names: ['Sandbox wallet'], legacy: undefined });
  await expect(page.locator('#sandbox-hidden-wallets')).toBeAttached();
  expect(consoleLines.join('\n')).toContain('would be valid for real USDC on mainnet');
});
