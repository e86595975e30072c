import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

/** kB = 1000. The limits of the first issue: landing to Overview + 4 s, and from there to the receipt of an order on Base. */
const SUPERVISOR_LIMIT = 150_000;
const BUYER_LIMIT = 150_000;
const DIST = process.env['LASO_DIST'] ?? 'dist';

test('the supervisor downloads at most 150 kB of scripts and no wallet code; a buyer on Base at most 150 kB more', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  const ours = async () => (await network.scripts()).filter(({ url }) => !url.includes('__sandbox'));
  const total = async () => (await ours()).reduce((sum, { bytes }) => sum + bytes, 0);

  await signIn('busy');
  await page.getByText('Account balance').waitFor();
  // The issue's own measure: what is fetched within four seconds after Overview, idle prefetch included.
  const until = Date.now() + 4_000;
  await expect.poll(() => Date.now() > until, { timeout: 6_000 }).toBe(true);
  const supervisor = await total();
  for (const { url, bytes } of await ours()) {
    expect(bytes, url).toBeGreaterThan(0);
    const text = await (await page.request.get(url)).text();
    expect(text.match(/eip6963|eth_signTypedData|TransferWithAuthorization/i)?.[0], url).toBeUndefined();
  }

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Order card' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('50');
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sandbox wallet' }).click();
  await page.getByRole('button', { name: /^Pay/, disabled: false }).click();
  await expect(page.locator('a[href*="/tx/0x"]').first()).toBeVisible({ timeout: 20_000 });
  const buyer = (await total()) - supervisor;

  test
    .info()
    .annotations.push({ type: 'gzip', description: `supervisor ${supervisor}, buyer on Base ${buyer}` });
  expect(supervisor).toBeLessThanOrEqual(SUPERVISOR_LIMIT);
  expect(buyer).toBeLessThanOrEqual(BUYER_LIMIT);
  expect(sandbox.url).toContain('127.0.0.1');
});

test('the built files hold nothing of the sandbox: no test wallet, no test keys, no control route', () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    const text = (file.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    expect(text, file.name).not.toMatch(
      /sandbox wallet|sandboxWallet|__sandbox|test test test test|0x70997970c51812dc3a010c7d01b50e0d17dc79c8/i,
    );
  }
});
