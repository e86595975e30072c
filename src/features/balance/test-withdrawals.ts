/** For tests: a Laso whose history is kept as at Laso, and what can happen to one request on its way. */
import * as z from 'zod/mini';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { createLasoClient } from '#laso/client.ts';
import type { Laso } from '#laso/laso-context.ts';
import { ACCOUNT } from '#laso/test-client.ts';
import type { Locks } from '#storage/free-lock.ts';

/**
 * `lost`: done, the answer never comes; `twice`: done two times, as a browser may by itself; `twice-then-refused`: done, then the repeat is refused for
 * want of money; `never`: nothing reaches Laso; `malformed`: done, half an answer.
 */
export type Fate =
  'answered' | 'lost' | 'twice' | 'twice-lost' | 'twice-then-refused' | 'never' | 'malformed' | number;

interface Entry {
  id: string;
  amount: number;
  state: string;
  timestamp: number;
}

interface ModelLaso {
  history: Entry[];
  /** Null: it cannot be read. */
  balance: number | null;
  posts: number;
  fate: Fate;
  historyFails: boolean;
  /** Runs while a POST is at Laso. */
  meanwhile: () => Promise<void>;
  add: (amount: number) => Entry;
}

export function modelLaso() {
  const history: Entry[] = [];
  const model: ModelLaso = {
    history,
    balance: 100,
    fate: 'answered',
    posts: 0,
    historyFails: false,
    meanwhile: async () => {},
    add: (amount) => {
      const made = { id: `w${history.length + 1}`, amount, state: 'pending', timestamp: Date.now() };
      history.push(made);
      return made;
    },
  };
  const answer: typeof fetch = async (input, init) => {
    if (String(input).includes('/get-withdrawal-status'))
      return model.historyFails ? Response.error() : Response.json({ withdrawals: history });
    if (String(input).includes('/get-account-balance'))
      return model.balance === null ? Response.error() : Response.json({ balance: model.balance });
    model.posts += 1;
    const { amount } = z.parse(z.object({ amount: z.number() }), JSON.parse(String(init?.body)));
    await model.meanwhile();
    const { fate } = model;
    if (typeof fate === 'number') return Response.json({ error: 'Refused' }, { status: fate });
    if (fate === 'never') throw new TypeError('Failed to fetch');
    const withdrawal = model.add(amount);
    if (fate.startsWith('twice')) model.add(amount);
    if (fate === 'twice-then-refused') {
      history.pop();
      return Response.json({ error: 'Insufficient funds. Current balance: $0.00' }, { status: 400 });
    }
    if (fate === 'malformed') return new Response('{"success": tr');
    if (fate.endsWith('lost')) throw new TypeError('Failed to fetch');
    return Response.json({ success: true, withdrawal });
  };
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    fetch: async (input, init) => {
      const response = await answer(input, init);
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
    tokens: { bearer: async () => 'token', renew: async () => 'token' },
  });
  const laso: Laso = { client, account: ACCOUNT };
  return Object.assign(model, { laso });
}

/** Web Locks for all "tabs" that share them: with `ifAvailable`, or waited for. */
export function modelLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  type Work = (lock: unknown) => unknown;
  const request = async (name: string, ...rest: [Work] | [{ ifAvailable?: boolean }, Work]) => {
    const work = rest.length === 1 ? rest[0] : rest[1];
    if (rest.length === 2 && rest[0].ifAvailable && held.has(name)) return work(null);
    while (held.has(name)) await held.get(name);
    const running = (async () => work({ name }))();
    const over = running.then(
      () => held.delete(name),
      () => held.delete(name),
    );
    held.set(name, over);
    return running;
  };
  // The browser's own type has more overloads than are used here.
  return { request: request as Locks['request'] };
}

export const aWithdrawal = (more: Partial<Withdrawal> = {}): Withdrawal => ({
  id: 'w1',
  amountCents: 1000,
  asset: 'USDC',
  network: 'eip155:8453',
  rawNetwork: 'BASE_MAINNET',
  state: 'pending',
  rawState: 'pending',
  address: ACCOUNT,
  requestedAtMs: 1_700_000_000_000,
  txHash: null,
  txUrl: null,
  ...more,
});
