import { ExactEvmScheme } from '@x402/evm/exact/client';
import { wrapFetchWithPayment, x402Client } from '@x402/fetch';
import * as z from 'zod/mini';
import { BASE } from '#domain/chain.ts';
import { testAccount } from '../chain/test-accounts.ts';
import { US_MERCHANTS } from '../scenarios/merchants.ts';

export interface AgentOptions {
  /** The sandbox's API. */
  url: string;
  /** Which test account pays: an index of the mnemonic. */
  accountIndex: number;
  /** Time between two actions; 20 s when left out, and never less unless a test sets it. */
  intervalMs?: number;
  random?: () => number;
  /** One plain line per action. */
  say?: (line: string) => void;
}

const credentials = z.object({ auth: z.object({ id_token: z.string() }) });
const order = z.object({ auth: z.object({ id_token: z.string() }), card: z.object({ card_id: z.string() }) });
const cardList = z.object({
  cards: z.array(
    z.object({ card_id: z.string(), card_details: z.optional(z.object({ available_balance: z.number() })) }),
  ),
});

/**
 * A small agent that buys cards ($5–40) and spends them, as a program would: through the public API, paying
 * with `@x402/fetch`. `act()` does one action now; `start()` repeats actions until `stop()`.
 */
export function createAgent(options: AgentOptions) {
  const { url, random = Math.random, say = () => {}, intervalMs = 20_000 } = options;
  const client = new x402Client()
    .register(BASE, new ExactEvmScheme(testAccount(options.accountIndex)))
    .setSpendControls({ maxAmountPerPayment: '$40' });
  const pay = wrapFetchWithPayment(fetch, client);
  let token: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function signIn(): Promise<string> {
    const answer = await pay(`${url}/auth`);
    token = z.parse(credentials, await answer.json()).auth.id_token;
    return token;
  }

  const readCards = (bearer: string): Promise<Response> =>
    fetch(`${url}/get-card-data`, { headers: { authorization: `Bearer ${bearer}` } });

  async function spendableCards(): Promise<{ cardId: string; availableCents: number }[]> {
    let answer = await readCards(token ?? (await signIn()));
    if (answer.status === 401) answer = await readCards(await signIn());
    const { cards } = z.parse(cardList, await answer.json());
    return cards
      .map((card) => ({
        cardId: card.card_id,
        availableCents: Math.round((card.card_details?.available_balance ?? 0) * 100),
      }))
      .filter((card) => card.availableCents >= 100);
  }

  async function buyCard(): Promise<string> {
    const dollars = 5 + Math.floor(random() * 36);
    const answer = await pay(`${url}/get-card?amount=${dollars}`);
    const bought = z.parse(order, await answer.json());
    token = bought.auth.id_token;
    return `bought a $${dollars} card (${bought.card.card_id})`;
  }

  async function spend(card: { cardId: string; availableCents: number }): Promise<string> {
    const merchant = US_MERCHANTS[Math.floor(random() * US_MERCHANTS.length)] ?? {
      name: 'AMAZON.COM',
      typicalCents: 1_000,
    };
    const cents = Math.min(card.availableCents, Math.round(merchant.typicalCents * (0.4 + random())));
    const body = JSON.stringify({ card_id: card.cardId, amount_cents: cents, merchant: merchant.name });
    // The merchant and the card's issuer would do this between themselves.
    await fetch(`${url}/__sandbox/spend`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return `spent $${(cents / 100).toFixed(2)} at ${merchant.name}`;
  }

  async function act(): Promise<string> {
    const cards = await spendableCards();
    const card = cards[Math.floor(random() * cards.length)];
    const line = card && random() < 0.7 ? await spend(card) : await buyCard();
    say(line);
    return line;
  }

  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      act()
        .catch((error: unknown) =>
          say(`could not act: ${error instanceof Error ? error.message : 'unknown error'}`),
        )
        .finally(next);
    }, intervalMs);
  };
  return {
    act,
    start: next,
    stop: (): void => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

export type Agent = ReturnType<typeof createAgent>;
