import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { Secret } from '#domain/secret.ts';
import { createAccountCardClient } from '#laso/account-card/account-card-client.ts';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import { LasoError } from '#laso/laso-error.ts';
import { orderAccountCard } from '#laso/account-card/order-account-card.ts';
import { requestImage } from '#laso/account-card/one-time-image.ts';
import { readAccountCard } from '#laso/account-card/read-account-card.ts';
import { readVerification } from '#laso/account-card/read-verification.ts';
import { readCredentials } from '#laso/auth.ts';
import { cancelIntlOrder } from '#laso/cancel-intl-order.ts';
import { getAccountBalance } from '#laso/get-account-balance.ts';
import { getCard, listCardsCounted } from '#laso/get-card-data.ts';
import { parseUsCardOrder } from '#laso/get-card.ts';
import { parsePushTransfer } from '#laso/get-push-to-card.ts';
import { readWithdrawals } from '#laso/get-withdrawal-status.ts';
import { parseGiftCardOrder } from '#laso/order-gift-card.ts';
import { parseIntlCardOrder } from '#laso/order-intl-card.ts';
import { refreshCardData } from '#laso/refresh-card-data.ts';
import { searchGiftCards } from '#laso/search-gift-cards.ts';
import { searchMerchants } from '#laso/search-merchants.ts';
import { readSignInOffer } from '#laso/sign-in-with-x.ts';
import { answering, json, testClient } from '#testing/laso-client.ts';
import { testJwt } from '#testing/jwt.ts';
import { withdraw } from '#laso/withdraw.ts';
import { readChallenge } from '#payments/quote/challenge.ts';
import { readSettlement } from '#payments/pay/settlement.ts';

/**
 * What the client read from an answer; `lists`: for each list of the answer, how many entries came, and how
 * many were read or counted as unread.
 */
interface Taken {
  readonly result: unknown;
  readonly lists: readonly { readonly came: number; readonly kept: number; readonly unread: number }[];
}

type Body = Record<string, unknown>;

const ACCOUNT = accountIdOf('0xa04f560d4d61e9829da24045c7dfb7c67ea53eca');

const client = (body: unknown, status = 200) => testClient(answering(json(body, status))).client;
const whole = (result: unknown): Taken => ({ result, lists: [] });
const listIn = (body: Body, name: string): unknown[] => {
  const list = body[name];
  return Array.isArray(list) ? list : [];
};

/** The examples' tokens name a user that no answer has, so this makes them name the answer's own. */
function withOwnToken(body: Body): Body {
  const inside = body['auth'];
  const user = typeof body['user_id'] === 'string' ? body['user_id'] : ACCOUNT;
  const token = testJwt({ sub: user, user_id: user });
  return typeof inside === 'object'
    ? { ...body, auth: { ...inside, id_token: token } }
    : { ...body, id_token: token };
}

const linesOf = (card: Card, raw: unknown) => ({
  came: listIn(Object(raw), 'transactions').length,
  kept: card.transactions.length,
  unread: card.unreadLines.length,
});

const cardSummary = ({ id, type, status, usdAmountCents, availableCents, transactions, unreadLines }: Card) =>
  [
    `${id} ${type} ${status}`,
    `${usdAmountCents} left ${availableCents}`,
    ...transactions.map(
      ({ kind, amountCents, when }) => `${kind} ${amountCents}${when === null ? ' no day' : ''}`,
    ),
    ...unreadLines.map(() => 'unread line'),
  ].join(', ');

async function takeCards(body: Body): Promise<Taken> {
  if (!('cards' in body)) {
    const card = await getCard(client(body), ACCOUNT, String(body['card_id']));
    return { result: cardSummary(card), lists: [linesOf(card, body)] };
  }
  const raw = listIn(body, 'cards');
  const { cards, skipped } = await listCardsCounted(client(body), ACCOUNT, 'us');
  const ofCard = ({ id }: Card) => raw.find((one) => Reflect.get(Object(one), 'card_id') === id);
  return {
    result: cards.map(cardSummary),
    lists: [
      { came: raw.length, kept: cards.length, unread: skipped },
      ...cards.map((card) => linesOf(card, ofCard(card))),
    ],
  };
}

const EVERYTHING = { text: '', country: '', currency: '', category: '' };

async function takeGiftCards(body: Body): Promise<Taken> {
  const { products, skipped, facets } = await searchGiftCards(client(body), ACCOUNT, EVERYTHING);
  const amounts = (one: (typeof products)[number]) => one.denominations ?? [one.minUnits, one.maxUnits];
  return {
    result: [
      ...products.map((one) => `${one.id} ${one.currency} ${amounts(one).join(' ')}`),
      ...(facets?.countries ?? []),
    ],
    lists: [{ came: listIn(body, 'gift_cards').length, kept: products.length, unread: skipped }],
  };
}

async function takeMerchants(body: Body): Promise<Taken> {
  const { merchants, skipped } = await searchMerchants(client(body), ACCOUNT, { text: 'b', cardType: 'us' });
  return {
    result: merchants.map(({ name, status }) => `${name} ${status}`),
    lists: [{ came: listIn(body, 'merchants').length, kept: merchants.length, unread: skipped }],
  };
}

async function takeWithdrawals(body: Body): Promise<Taken> {
  const { withdrawals, unreadable } = await readWithdrawals(client(body), ACCOUNT);
  return {
    result: withdrawals.map(({ id, amountCents, state }) => `${id} ${amountCents} ${state}`),
    lists: [
      {
        came: 'withdrawal' in body ? 1 : listIn(body, 'withdrawals').length,
        kept: withdrawals.length,
        unread: unreadable,
      },
    ],
  };
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** With a resource of its own it came in the header, else in the body. */
function takeChallenge(body: Body): Taken {
  const header = 'resource' in body ? base64(body) : null;
  const { version, offers } = readChallenge('https://laso.finance/get-card?amount=75', { header, body });
  const signIn = header === null ? null : readSignInOffer(header);
  return whole({
    version,
    came: listIn(body, 'accepts').length,
    prices: offers.map(({ network, amountAtomic }) => `${network} ${amountAtomic}`),
    ...(body['extensions'] !== undefined && { maySignInByPaying: signIn?.payable }),
  });
}

/** A refusal counts as read when the error says so in the server's words. */
async function failure(work: () => unknown): Promise<Taken> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LasoError) return whole(error.frozenMessage ?? error.serverMessage ?? 'no words');
    if (error instanceof AccountCardError) return whole(error.kind);
    throw error;
  }
  throw new Error('It was taken for a success.');
}

const STATUS = /-(\d{3})$/;
const statusIn = (name: string, otherwise: number): number => Number(STATUS.exec(name)?.[1] ?? otherwise);

const accountCard = (body: unknown, status = 200) =>
  createAccountCardClient({
    config: {
      baseUrl: 'https://cards.example',
      clientKey: 'key',
      usEnv: true,
      imageHosts: ['cards.example'],
    },
    bearer: Secret.of('bearer'),
    fetch: answering(json(body, status)).fetch,
  });

const session = (body: Body): Taken => {
  const { userId, refreshToken } = readCredentials(withOwnToken(body)) ?? {};
  return whole([userId, refreshToken]);
};

/**
 * By schema: each answer that the client requests, through the function that reads it. `name` is the
 * example's, whose end may be its status.
 */
export const TAKES: Record<string, (body: Body, name: string) => Taken | Promise<Taken>> = {
  'get-auth': session,
  'post-auth': session,
  'get-card': (body) => {
    const { order, credentials } = parseUsCardOrder(withOwnToken(body));
    return whole([order.cardId, order.usdAmountCents, order.status, credentials?.userId]);
  },
  'order-intl-card': (body) => {
    const { cardId, onCardCents, chargedCents, orderedAtMs } = parseIntlCardOrder(body);
    return whole([cardId, onCardCents, chargedCents, orderedAtMs]);
  },
  'get-push-to-card': (body) => {
    const { amountCents, currency, amountPaidCents, redemptionUrl, note } = parsePushTransfer(body);
    return whole([amountCents, currency, amountPaidCents, redemptionUrl.reveal(), note]);
  },
  'order-gift-card': (body) => {
    if (Object(body['gift_card']).redemption_url === Object(body['gift_card']).redemption_code)
      return failure(() => parseGiftCardOrder(body));
    const { cardId, amount, secret } = parseGiftCardOrder(body);
    const secrets = [secret.code, secret.pin, secret.url].map((one) => one?.reveal() ?? null);
    return whole([cardId, `${amount?.units} ${amount?.currency}`, ...secrets]);
  },
  'get-card-data': takeCards,
  'search-gift-cards': takeGiftCards,
  'search-merchants': takeMerchants,
  'get-withdrawal-status': takeWithdrawals,
  'get-account-balance': async (body) => {
    const { balanceCents, totalDepositsCents } = await getAccountBalance(client(body), ACCOUNT);
    return whole([balanceCents, totalDepositsCents]);
  },
  withdraw: async (body, name) => {
    const { id, amountCents } = await withdraw(
      client(body, name.includes('202') ? 202 : 200),
      ACCOUNT,
      6_000,
    );
    return whole([id, amountCents]);
  },
  'refresh-card-data': async (body) => {
    const card = { id: 'card_k2v9', typeName: 'Non-Reloadable U.S.' };
    return whole((await refreshCardData(client(body), ACCOUNT, card)).message);
  },
  'cancel-intl-order': async (body) =>
    whole((await cancelIntlOrder(client(body), ACCOUNT, '1793801520000')).message),
  'x402-challenge': takeChallenge,
  'x402-payment-response': (body) => whole(readSettlement(base64(body))),
  'x402-settlement-failure': (body) => {
    const { success, network, payer, errorReason } = readSettlement(base64(body)) ?? {};
    return whole([success, network, payer, errorReason]);
  },
  error: (body, name) => failure(() => getCard(client(body, statusIn(name, 400)), ACCOUNT, 'card')),
  'rate-limited': (body) => failure(() => getCard(client(body, 429), ACCOUNT, 'card')),
  'account-card-error': (body) => failure(() => orderAccountCard(accountCard(body, 400))),
  'account-card-order': async (body) => whole((await orderAccountCard(accountCard(body))) ?? 'ordered'),
  'account-card-profile': async (body) => whole((await readVerification(accountCard(body))).state),
  'account-card-status': async (body) => {
    const card = await readAccountCard(accountCard(body));
    return whole([card?.id, card?.holder, card?.expiry, card?.last4, card?.status, card?.type]);
  },
  'account-card-token': async (body) => whole((await requestImage(accountCard(body), 'details')).reveal()),
};
