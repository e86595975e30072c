import * as z from 'zod/mini';
import type { Address } from 'viem';
import { PAY_TO } from '../chain/base-chain.ts';
import { settleWithdrawals } from '../chain/payout.ts';
import type { RequestContext, SandboxApp, SandboxContext } from '../context.ts';
import { givenSwitches, switchesBody } from '../payment/read-switches.ts';
import { loginLink } from '../routes/get-auth-link.ts';
import { jsonBody } from '../routes/json-body.ts';
import { payUnmatched, seedChainPayments } from '../scenarios/chain-payments.ts';
import type { SeedRequest } from '../scenarios/seed-scenario.ts';
import type { RedemptionOverride } from '../store/gift-cards.ts';
import { statusOf } from '../store/stored-card.ts';
import * as schema from './control-schema.ts';

const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

export interface ControlActions {
  reset(): Promise<void>;
  seed(request: SeedRequest, owner?: string): void;
}

/**
 * `/__sandbox/…`: tests and `main.ts` control the sandbox with
 * it (README, "Control"). Only for callers on this machine.
 */
export function mountControl(app: SandboxApp, context: SandboxContext, actions: ControlActions): void {
  const { store, catalogue, giftCards, tokens, faults, clock, chain, solana, log, switches, held, waiting } =
    context;

  app.use('/__sandbox/*', async (c, next) => {
    // A page on the web could reach 127.0.0.1 under a host name of its own.
    const local = LOOPBACK_HOST.test(c.req.header('host') ?? '') && originIsLocal(c.req.header('origin'));
    if (!local) return c.json({ error: 'Control routes answer to this machine only.' }, 403);
    await next();
    return undefined;
  });

  const post = <T>(path: string, body: z.ZodMiniType<T>, act: (value: T) => unknown): void => {
    app.post(`/__sandbox/${path}`, async (c: RequestContext) => {
      const parsed = z.safeParse(body, await jsonBody(c));
      if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
      const answer: unknown = await act(parsed.data);
      return c.json(answer ?? { ok: true });
    });
  };

  post('reset', z.object({}), () => actions.reset());
  post('seed', schema.seedBody, ({ account, ...request }) => actions.seed(request, account?.toLowerCase()));
  post('clock', schema.clockBody, async ({ advanceMs, chain: chainToo }) => {
    clock.advance(advanceMs);
    await held.mine('due');
    await settleWithdrawals(context);
    if (chainToo === true) {
      await chain.advance(Math.ceil(advanceMs / 1_000));
      solana?.advance(advanceMs / 1_000);
    }
    return { now: clock.now() };
  });
  post('spend', schema.spendBody, ({ card_id: cardId, amount_cents: cents, merchant, seen }) => {
    const card = store.card(cardId);
    return { outcome: card ? store.spend(card, cents, merchant, seen) : 'declined' };
  });
  post('links', schema.linkBody, ({ account, style, livesSeconds }) => ({
    url: loginLink(context, account.toLowerCase(), style, livesSeconds),
  }));
  post('freeze', schema.freezeBody, ({ account, message }) => {
    store.account(account.toLowerCase()).frozenMessage = message;
  });
  post('revoke', schema.accountBody, ({ account }) => tokens.revoke(account.toLowerCase()));
  post('ready', z.object({ card_id: z.string() }), ({ card_id: cardId }) => {
    const card = store.card(cardId);
    if (card?.type === 'us') card.readyAt = clock.now();
    if (card?.type === 'intl') store.fulfilIntlOrder(card);
  });
  post('intl-state', schema.intlStateBody, ({ card_id: cardId, state }) => {
    const card = store.card(cardId);
    if (card?.type === 'intl') Object.assign(card, { state, fulfilDueAt: null });
  });
  post('told-lines', schema.toldLinesBody, ({ card_id: cardId, lines, took_cents: took = 0 }) => {
    const card = store.card(cardId);
    if (card)
      Object.assign(card, { told: { ...card.told, lines }, availableCents: card.availableCents - took });
  });
  post('fund', schema.fundBody, ({ address, usdc_atomic: atomic }) =>
    isEvm(address) ? chain.fund(hex(address), BigInt(atomic)) : solana?.fund(address, BigInt(atomic)),
  );
  post('chain-payments', schema.chainPaymentsBody, async ({ account }) => {
    const { unmatched, cardIds } = await seedChainPayments({ chain, store }, account.toLowerCase());
    return { card_ids: cardIds, unmatched: unmatched.transaction };
  });
  post('pay-laso', schema.payLasoBody, async ({ account, amount_cents: cents }) => {
    const { transaction } = await payUnmatched({ chain }, account, cents);
    return { transaction };
  });
  post('solana-blocks', schema.blocksBody, ({ count }) => solana?.advanceBlocks(count));

  post('gift-cards', schema.giftCardsBody, ({ products, answer }) => {
    if (products !== undefined) catalogue.resize(products);
    if (answer !== undefined) giftCards.override = answer && redemptionOf(answer);
  });
  post('switches', switchesBody, (wanted) => {
    Object.assign(switches, givenSwitches(wanted));
  });
  post('rate-window', schema.rateWindowBody, ({ limit, used }) => {
    context.rateWindow.limit = limit ?? context.rateWindow.limit;
    context.rateWindow.use(used ?? 0);
  });
  post('withdrawal-plan', schema.withdrawalPlanBody, ({ takesMs, outcome, destination }) => {
    const { plan } = store.withdrawals;
    plan.takesMs = takesMs ?? plan.takesMs;
    plan.outcome = outcome ?? plan.outcome;
    if (destination !== undefined) plan.reportedAddress = destination;
  });
  post('mine-pending', z.object({}), async () => ({ mined: await held.mine() }));
  post('release', z.object({}), () => ({ released: waiting.release() }));

  app.post('/__sandbox/faults', async (c) => {
    const parsed = z.safeParse(schema.faultBody, await jsonBody(c));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
    return c.json(faults.add(withoutUndefined(parsed.data)));
  });
  post('faults/clear', z.object({}), () => {
    faults.clear();
    waiting.release();
  });
  app.get('/__sandbox/faults', (c) => c.json({ faults: faults.list() }));
  app.get('/__sandbox/requests', (c) => c.json({ requests: log.list() }));
  const balanceOf = async (address: string): Promise<bigint> =>
    isEvm(address) ? chain.usdcBalanceOf(hex(address)) : ((await solana?.usdcBalanceOf(address)) ?? 0n);
  app.get('/__sandbox/balance/:address', async (c) =>
    c.json({ usdc_atomic: String(await balanceOf(c.req.param('address'))) }),
  );
  // Card numbers and CVVs are in here on purpose: leak tests look for exactly these.
  app.get('/__sandbox/state', async (c) =>
    c.json({
      now: clock.now(),
      pay_to: { address: PAY_TO, usdc_atomic: String(await chain.usdcBalanceOf(PAY_TO)) },
      accounts: [...store.accounts.values()],
      gift_cards: giftCards.orders,
      withdrawals: store.withdrawals.all,
      cards: [...store.cards.values()].map((card) => ({ ...card, status: statusOf(card, clock.now()) })),
    }),
  );
}

const redemptionOf = (
  answer: NonNullable<z.infer<typeof schema.giftCardsBody>['answer']>,
): RedemptionOverride =>
  withoutUndefined({
    redemptionCode: answer.redemption_code,
    pinCode: answer.pin_code,
    redemptionUrl: answer.redemption_url,
    amount: answer.amount,
  });

const originIsLocal = (origin: string | undefined): boolean =>
  origin === undefined || LOOPBACK_HOST.test(URL.parse(origin)?.host ?? '');

const isEvm = (address: string): boolean => /^0x/i.test(address);
const hex = (text: string): Address => `0x${text.replace(/^0x/, '')}`;

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
// Dropping the undefined values is what makes the narrower type true.
const withoutUndefined = <T extends object>(value: T): Given<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Given<T>;
