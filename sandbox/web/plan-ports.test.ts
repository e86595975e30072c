import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './free-port.ts';
import { planPorts } from './plan-ports.ts';

let taken: Server | undefined;
afterEach(() => taken?.close());

it('plans five different ports and steps over one that is taken', async () => {
  const first = await freePort(21_000);
  taken = createServer();
  await new Promise<void>((done) => taken?.listen(first, '127.0.0.1', done));
  const { api, chain, dashboard, solana, accountCard } = await planPorts(first);
  expect(api).toBeGreaterThan(first);
  expect(chain).toBeGreaterThan(api);
  expect(dashboard).toBeGreaterThan(chain);
  expect(solana).toBeGreaterThan(dashboard);
  expect(accountCard).toBeGreaterThan(solana);
});
