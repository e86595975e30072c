/**
 * For tests: the soak's world as the sandbox itself: its API over HTTP with its own faults, real signatures, settlement on its chains, and evidence
 * read from them through balancers that fail or lag.
 */
import { accountIdOf } from '#domain/account.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { createBaseBackend } from '#sandbox/chain/base-backend.ts';
import type { Fault } from '#sandbox/control/faults.ts';
import { fetchAsPage } from '#sandbox/testing/as-a-page.ts';
import type { ProductEvidence } from '../reconcile/evidence.ts';
import type { FindProduct } from '../pay/outcome.ts';
import { solanaSoakChain, startSolanaNodes, type SolanaNodes } from './solana/sandbox-chain.ts';
import type { CreateWorld } from './soak.ts';
import type { SoakWorld } from './soak-world.ts';
import { sendPaid } from '../quote/transport.ts';
import { ACCOUNT } from './evm/fake-wallet.ts';
import { baseSoakChain } from './evm/sandbox-chain.ts';
import { broughtBy, PAID_FAULTS, READ_FAULTS, type Chance } from './sandbox-faults.ts';

const ORIGIN = 'http://127.0.0.1:4022';
const RICH = 10n ** 15n;
/** What comes true after a page has looked is where a word can be wrong: more of it. */
const LATE = ['slow', 'slow', 'settlement-pending', 'settlement-pending'];

/** Time for everything in this process, sandbox and x402's own client included, moved beside the chains'. */
interface MovedClock {
  now(): number;
  tick(seconds: number): Promise<void>;
  restore(): void;
}

function moveClock({ chain, solana }: Sandbox): MovedClock {
  const real = Date.now;
  let movedMs = 0;
  Date.now = () => real.call(Date) + movedMs;
  return {
    now: () => Date.now(),
    tick: async (seconds) => {
      if (seconds <= 0) return;
      movedMs += seconds * 1000;
      solana?.advance(seconds);
      await chain.advance(seconds);
    },
    restore: () => {
      Date.now = real;
    },
  };
}

/** How the features read the account's cards and a paid answer: payments/ does not know the wire. */
type SoakReads = (input: { sandbox: Sandbox; fetch: typeof fetch; isSignedIn: () => boolean }) => {
  readonly products: ProductEvidence;
  findProduct(amountCents: number): FindProduct;
};

/** A sandbox with both chains; its worlds follow one another. */
export async function startSoakSandbox(
  reads: SoakReads,
  mostly: 'base' | 'solana' = 'base',
): Promise<{ createWorld: CreateWorld; close(): Promise<void> }> {
  const sandbox = await createSandbox({ dashboardUrl: ORIGIN, scenario: 'none', now: () => Date.now() });
  const solanaNodes = await startSolanaNodes(sandbox);
  const clock = moveClock(sandbox);
  const backend = createBaseBackend(sandbox.rpcUrl);
  return {
    createWorld: (random, seed) =>
      worldOf({ sandbox, solanaNodes, clock, backend, reads, mostly }, random, seed),
    close: async () => {
      clock.restore();
      await solanaNodes.close();
      await sandbox.close();
    },
  };
}

interface Around {
  readonly sandbox: Sandbox;
  readonly solanaNodes: SolanaNodes;
  readonly clock: MovedClock;
  readonly backend: ReturnType<typeof createBaseBackend>;
  readonly reads: SoakReads;
  readonly mostly: 'base' | 'solana';
}

async function worldOf(
  { sandbox, solanaNodes, clock, backend, reads, mostly }: Around,
  random: () => number,
  seed: number,
): Promise<SoakWorld> {
  const { faults, held, waiting, store, switches, chain } = sandbox;
  const chance: Chance = (share) => random() < share;
  const page = fetchAsPage(ORIGIN);
  const accounts = [ACCOUNT.address, solanaNodes.wallet.address].map(accountIdOf);
  let signedIn = true;
  let reading: readonly Partial<Fault>[] = [];

  store.clear();
  faults.clear();
  sandbox.answers.clear();
  // What is still held is of an earlier batch: it was never to come.
  held.clear();
  switches.x402Version = mostly === 'base' && chance(0.3) ? 1 : 2;
  switches.paymentIdentifier = switches.x402Version === 2 && chance(0.3);
  await chain.fund(ACCOUNT.address, RICH);
  await solanaNodes.solana.fund(solanaNodes.wallet.address, RICH);

  const asked = { now: clock.now, seed, nodes: chance(0.5) ? 1 : 2 };
  const base = baseSoakChain(sandbox, { backend, ...asked });
  const solana = solanaSoakChain(sandbox, solanaNodes, asked);
  const { products, findProduct } = reads({ sandbox, fetch: page, isSignedIn: () => signedIn });
  const cards = () => accounts.flatMap((account) => store.cardsOf(account));
  const strike = (list: readonly Partial<Fault>[]): void => {
    for (const { kind, ...fault } of list) if (kind) faults.add({ route: 'get-card', ...fault, kind });
  };
  const arm = (): void => {
    faults.clear();
    strike(reading);
  };

  const send: SoakWorld['send'] = async ({ signed, requestUrl }, names) => {
    if (!signed) throw new Error('sent without a payload');
    arm();
    strike(names.flatMap((name) => PAID_FAULTS.get(name)?.(chance) ?? []));
    const patience = new AbortController();
    const waited = waiting.size();
    let over = false;
    const answer = sendPaid(requestUrl, signed, {
      fetch: (url, init) => page(url, { ...init, signal: patience.signal }),
    }).finally(() => {
      over = true;
    });
    // Gives up as soon as the server is silent, and not a minute and a half later.
    await until(() => over || waiting.size() > waited);
    if (!over) patience.abort();
    const come = await answer;
    arm();
    return come;
  };

  return {
    // Version 1 of x402 is Base's only.
    chains: switches.x402Version === 1 ? [base] : mostly === 'base' ? [base, solana] : [solana, base],
    faults: [...PAID_FAULTS.keys(), ...LATE],
    readFaults: [...READ_FAULTS.keys()],
    now: clock.now,
    tick: clock.tick,
    products,
    findProduct,
    signIn: (yes) => {
      signedIn = yes;
    },
    reading: (names) => {
      reading = names.flatMap((name) => READ_FAULTS.get(name)?.(chance) ?? []);
      arm();
    },
    cardIds: () => cards().map(({ cardId }) => cardId),
    brought: (signed) => broughtBy(sandbox, signed),
    agentBuys: (amountCents) => {
      for (const account of accounts) store.orderUsCard(account, amountCents);
    },
    send,
    settleWithheld: async () => {
      const answered = sandbox.log.list().length;
      const released = waiting.release();
      await until(() => sandbox.log.list().length >= answered + released);
      sandbox.log.clear();
      if (chance(0.7)) await held.mine();
    },
  };
}

/** Looks at every turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('The sandbox did not come to what was waited for.');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
