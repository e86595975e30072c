/** For tests: one tab of the soak: its requests, which can be the last thing it does, and what is known about each click. */
import { createLasoClient } from '#laso/client.ts';
import type { Laso } from '#session/laso-context.ts';
import { storedIds, withdrawalPage, type Said } from './withdrawal-page.ts';
import { OWNER, turnsUntil, type WithdrawalSandbox } from './soak-sandbox.ts';

export const TAB_ENDS = ['before the request', 'request sent', 'looking afterwards'] as const;
export type TabEnd = (typeof TAB_ENDS)[number];

/** One click on "Confirm withdrawal". */
export interface Attempt {
  /** The request's mark at the sandbox. */
  readonly key: string;
  readonly wish: number;
  posts: number;
  /** The records that were there when the request went out, and not before. */
  recordIds: string[];
  readonly said: Said[];
}

const forever = <T>(): Promise<T> => new Promise<T>(() => {});
/** As long as a page waits for an answer (http.ts). */
const TIMEOUT_SEC = 20;

interface TabInput {
  readonly around: WithdrawalSandbox;
  readonly endsAt: TabEnd | null;
  /** Seconds after which a request that is held is carried out. */
  readonly lateSec: number;
  readonly onHistory: (ids: readonly string[]) => void;
}

export function soakTab({ around, endsAt, lateSec, onHistory }: TabInput) {
  const { sandbox, page: send } = around;
  let attempt: Attempt | null = null;
  let before: readonly string[] = [];
  let dead = false;
  let tellEnd: ((end: 'ended') => void) | undefined;
  const ended = new Promise<'ended'>((resolve) => {
    tellEnd = resolve;
  });
  async function point(end: TabEnd): Promise<void> {
    if (end === endsAt && attempt && !dead) {
      dead = true;
      tellEnd?.('ended');
    }
    if (dead) await forever();
  }

  async function post(input: RequestInfo | URL, init: RequestInit, clicked: Attempt): Promise<Response> {
    const known = new Set(before);
    clicked.recordIds = (await storedIds()).filter((id) => !known.has(id));
    await point('before the request');
    clicked.posts += 1;
    const waited = sandbox.waiting.size();
    const patience = new AbortController();
    let over = false;
    const headers = { ...Object.fromEntries(new Headers(init.headers)), 'Idempotency-Key': clicked.key };
    const answer = send(input, { ...init, headers, signal: patience.signal }).finally(() => {
      over = true;
    });
    answer.catch(() => undefined);
    await turnsUntil(() => over || sandbox.waiting.size() > waited);
    if (!over) {
      patience.abort();
      around.carryOutIn(TIMEOUT_SEC + lateSec);
      await around.tick(TIMEOUT_SEC);
    }
    const response = await answer;
    await point('request sent');
    return response;
  }

  const fetchHere: typeof fetch = async (input, init = {}) => {
    if (dead) await forever();
    if (attempt && init.method === 'POST') return post(input, init, attempt);
    if (attempt && attempt.posts > 0) await point('looking afterwards');
    const response = await send(input, init);
    if (String(input).includes('/get-withdrawal-status')) onHistory(idsIn(await response.clone().text()));
    return response;
  };
  const issue = async (): Promise<string> => sandbox.tokens.issue(OWNER).id_token;
  let bearer: string | null = null;
  const client = createLasoClient({
    baseUrl: sandbox.url,
    fetch: fetchHere,
    tokens: { bearer: async () => (bearer ??= await issue()), renew: async () => (bearer = await issue()) },
  });
  const laso: Laso = { client, account: OWNER };
  const page = withdrawalPage(laso);

  return {
    page,
    isDead: () => dead,
    /** Until it is over, or the page is. */
    async click(clicked: Attempt, amountCents: number): Promise<void> {
      before = await storedIds();
      attempt = clicked;
      const said = await Promise.race([ended, page.click(amountCents)]);
      if (said !== 'ended') clicked.said.push(said);
    },
  };
}

export type SoakTab = ReturnType<typeof soakTab>;

const idsIn = (body: string): string[] =>
  [...body.matchAll(/"id":"(withdrawal_\w+)"/g)].flatMap(([, id]) => id ?? []);
