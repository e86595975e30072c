/** For tests: a Laso whose history is kept as at Laso, and what can happen to one request on its way. */
import * as z from 'zod/mini';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { createLasoClient } from '#laso/client.ts';
import type { WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import type { Laso } from '#session/laso-context.ts';
import { LasoError } from '#laso/laso-error.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import type { Locks } from '#storage/lock-in-time.ts';
import type { BeforeSending, WithdrawalRecord } from '../withdraw/withdrawal-record.ts';

/**
 * `lost`: done, the answer never comes; `twice`: done two times, as a browser may by itself; `twice-then-refused`: done, then the repeat is refused for
 * want of money; `never`: nothing reaches Laso; `malformed`: done, half an answer; `replayed`: a cache answers with the first withdrawal's acceptance;
 * `answered-unlisted`: answered, and missing in the history.
 */
export type Fate =
  | 'answered'
  | 'answered-unlisted'
  | 'replayed'
  | 'lost'
  | 'twice'
  | 'twice-lost'
  | 'twice-then-refused'
  | 'never'
  | 'malformed'
  | number;

interface Entry {
  id: string;
  amount: number;
  state: string;
  timestamp: number;
}

interface ModelLaso {
  history: Entry[];
  /** Null: it cannot be read; 404 is answered as such. */
  balance: number | null;
  posts: number;
  fate: Fate;
  historyFails: boolean;
  historyIs404: boolean;
  /** There is no token any more when the POST is to be sent. */
  sessionEndsAtSending: boolean;
  /** Runs while a POST is at Laso. */
  meanwhile: () => Promise<void>;
  add: (amount: number) => Entry;
}

const notFound = () => Response.json({ error: 'Not found' }, { status: 404 });

export function modelLaso() {
  const history: Entry[] = [];
  const model: ModelLaso = {
    history,
    balance: 100,
    fate: 'answered',
    posts: 0,
    historyFails: false,
    historyIs404: false,
    sessionEndsAtSending: false,
    meanwhile: async () => {},
    add: (amount) => {
      const made = { id: `w${history.length + 1}`, amount, state: 'pending', timestamp: Date.now() };
      history.push(made);
      return made;
    },
  };
  const answer: typeof fetch = async (input, init) => {
    if (String(input).includes('/get-withdrawal-status'))
      return model.historyIs404
        ? notFound()
        : model.historyFails
          ? Response.error()
          : Response.json({ withdrawals: history });
    if (String(input).includes('/get-account-balance'))
      return model.balance === 404
        ? notFound()
        : model.balance === null
          ? Response.error()
          : Response.json({ balance: model.balance });
    model.posts += 1;
    const { amount } = z.parse(z.object({ amount: z.number() }), JSON.parse(String(init?.body)));
    await model.meanwhile();
    const { fate } = model;
    if (typeof fate === 'number') return Response.json({ error: 'Refused' }, { status: fate });
    if (fate === 'never') throw new TypeError('Failed to fetch');
    if (fate === 'replayed') return Response.json({ success: true, withdrawal: history[0] });
    const withdrawal = model.add(amount);
    if (fate === 'answered-unlisted') history.pop();
    if (fate.startsWith('twice')) model.add(amount);
    if (fate === 'twice-then-refused') {
      history.pop();
      return Response.json({ error: 'The balance does not cover this. It holds $0.00' }, { status: 400 });
    }
    if (fate === 'malformed') return new Response('{"success": tr');
    if (fate.endsWith('lost')) throw new TypeError('Failed to fetch');
    return Response.json({ success: true, withdrawal });
  };
  let asked = 0;
  // Two reads come before the POST.
  const bearer = async () => {
    asked += 1;
    if (model.sessionEndsAtSending && asked > 2) throw new LasoError('session-ended', 'ended');
    return 'token';
  };
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    fetch: async (input, init) => {
      const response = await answer(input, init);
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
    tokens: { bearer, renew: async () => 'token' },
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

export const aHistory = (
  withdrawals: Withdrawal[],
  more: Partial<WithdrawalHistory> = {},
): WithdrawalHistory => ({ withdrawals, listed: true, unreadable: 0, ...more });

/** Nothing in the history, and $100 in the balance. */
export const aBefore = (more: Partial<BeforeSending> = {}): BeforeSending => ({
  ids: [],
  unreadable: 0,
  balanceCents: 10_000,
  depositsCents: null,
  ...more,
});

/** Being sent. */
export const aRecord = (more: Partial<WithdrawalRecord> = {}): WithdrawalRecord => ({
  version: 2,
  id: 'r1',
  accountId: ACCOUNT,
  amountCents: 1000,
  startedAtMs: 1_700_000_000_000,
  before: aBefore(),
  state: 'sending',
  endedAtMs: null,
  closedAtMs: null,
  answeredId: null,
  refusal: null,
  waitedMs: null,
  look: null,
  foundIds: [],
  toldIds: [],
  seen: false,
  ...more,
});
