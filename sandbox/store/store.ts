import type { SandboxClock } from '../clock.ts';
import { cardNumberFor, cvvFor, issuerIdFor } from './card-numbers.ts';
import {
  hasDetails,
  intlFeeCents,
  spentCents,
  type IntlCard,
  type StoredCard,
  type StoredTransaction,
  type UsCard,
} from './stored-card.ts';
import { Withdrawals } from './withdrawals.ts';

interface StoredAccount {
  userId: string;
  /** null: the account has no balance yet, and `/get-account-balance` answers 404. */
  balance: { cents: number; totalDepositsCents: number; createdAt: number } | null;
  frozenMessage: string | null;
}

/**
 * Laso reads a U.S. card again from its issuer within seconds;
 * for an international one a person does it within 24 hours.
 */
const REFRESH_TAKES_MS = { us: 3_000, intl: 6 * 3_600_000 } as const;

/** Laso makes orders by hand within 24 hours: here after this long by the sandbox's clock. */
const FULFIL_TAKES_MS = 6 * 3_600_000;

/** Everything Laso would store, in memory. Times are milliseconds of the sandbox's clock, money is cents. */
export class Store {
  readonly clock: SandboxClock;
  readonly accounts = new Map<string, StoredAccount>();
  readonly cards = new Map<string, StoredCard>();
  readonly withdrawals: Withdrawals;
  /** The changes of balances since the start; what scenarios set does not count. */
  readonly #changes: { userId: string; cents: number; at: number }[] = [];
  #serial = 0;

  constructor(clock: SandboxClock) {
    this.clock = clock;
    this.withdrawals = new Withdrawals(clock);
  }

  clear(): void {
    this.accounts.clear();
    this.cards.clear();
    this.withdrawals.clear();
    this.#changes.length = 0;
    this.#serial = 0;
  }

  account(userId: string): StoredAccount {
    const known = this.accounts.get(userId);
    if (known) return known;
    const fresh: StoredAccount = { userId, balance: null, frozenMessage: null };
    this.accounts.set(userId, fresh);
    return fresh;
  }

  /** A payment whose order failed ends up here, as Laso documents. */
  credit(userId: string, cents: number): void {
    const account = this.account(userId);
    const balance = account.balance ?? { cents: 0, totalDepositsCents: 0, createdAt: this.clock.now() };
    account.balance = { ...balance, totalDepositsCents: balance.totalDepositsCents + cents };
    this.changeBalance(userId, cents);
  }

  /** For an account that has a balance. */
  changeBalance(userId: string, cents: number): void {
    const { balance } = this.account(userId);
    if (!balance) return;
    balance.cents += cents;
    this.#changes.push({ userId, cents, at: this.clock.now() });
  }

  /** Cents, as a reader sees them whose copy is of this time. */
  balanceAsOf(userId: string, at: number): number {
    const later = this.#changes.filter((change) => change.userId === userId && change.at > at);
    return later.reduce((sum, { cents }) => sum - cents, this.account(userId).balance?.cents ?? 0);
  }

  /** The data of every new card: id, number, CVV, an expiry some months ahead. */
  newCardBasics(orderedAt: number, livesMonths = 12) {
    this.#serial += 1;
    const serial = this.#serial;
    const expiry = new Date(orderedAt);
    expiry.setUTCDate(1);
    expiry.setUTCMonth(expiry.getUTCMonth() + livesMonths);
    return {
      serial,
      cardId: `card_${(serial * 7_919 + 1_000_003).toString(36)}${serial.toString(36).padStart(4, '0')}`,
      number: cardNumberFor(serial),
      cvv: cvvFor(serial),
      expMonth: String(expiry.getUTCMonth() + 1).padStart(2, '0'),
      expYear: String(expiry.getUTCFullYear()),
      transactions: [],
      unseen: [],
      refreshDueAt: null,
      refreshedAt: [],
    };
  }

  /** A paid order: pending now, ready 7–10 s later. */
  orderUsCard(owner: string, usdAmountCents: number): UsCard {
    const orderedAt = this.clock.now();
    const { serial, ...basics } = this.newCardBasics(orderedAt);
    const card: UsCard = {
      ...basics,
      type: 'us',
      owner,
      usdAmountCents,
      availableCents: usdAmountCents,
      orderedAt,
      updatedAt: orderedAt,
      readyAt: orderedAt + 7_000 + ((serial * 617) % 3_001),
    };
    this.account(owner);
    this.cards.set(card.cardId, card);
    return card;
  }

  /** A paid order: queued now, made by hand within 24 hours, under another id then. */
  orderIntlCard(owner: string, usdAmountCents: number, feesCents = intlFeeCents(usdAmountCents)): IntlCard {
    const orderedAt = this.clock.now();
    const { serial: _serial, ...basics } = this.newCardBasics(orderedAt, 6);
    const card: IntlCard = {
      ...basics,
      type: 'intl',
      owner,
      state: 'queued',
      label: '',
      usdAmountCents,
      chargedCents: usdAmountCents + feesCents,
      feesCents,
      availableCents: usdAmountCents,
      orderedAt,
      updatedAt: orderedAt,
      queuedOrderCardId: null,
      fulfilDueAt: orderedAt + FULFIL_TAKES_MS,
      balanceUpdateRequestedAt: null,
    };
    this.account(owner);
    this.cards.set(card.cardId, card);
    return card;
  }

  /** A person at Laso makes a queued card: the issuer's id takes the place of the order's. */
  fulfilIntlOrder(card: IntlCard): void {
    if (card.state !== 'queued') return;
    this.#serial += 1;
    this.cards.delete(card.cardId);
    card.queuedOrderCardId = card.cardId;
    card.cardId = issuerIdFor(this.#serial);
    card.state = 'redeemable';
    card.fulfilDueAt = null;
    card.updatedAt = this.clock.now();
    this.cards.set(card.cardId, card);
  }

  cancelIntlOrder(card: IntlCard): void {
    card.state = 'refunded';
    card.fulfilDueAt = null;
    card.updatedAt = this.clock.now();
    this.credit(card.owner, card.chargedCents);
  }

  /** By its id, or by the id it had while it was queued. */
  card(cardId: string): StoredCard | undefined {
    const found =
      this.cards.get(cardId) ??
      [...this.cards.values()].find((card) => card.type === 'intl' && card.queuedOrderCardId === cardId);
    if (found) this.#bringUpToDate(found);
    return found;
  }

  /** Newest first. */
  cardsOf(owner: string, type?: StoredCard['type']): StoredCard[] {
    const cards = [...this.cards.values()].filter(
      (card) => card.owner === owner && (type === undefined || card.type === type),
    );
    for (const card of cards) this.#bringUpToDate(card);
    return cards.toSorted((a, b) => b.orderedAt - a.orderedAt);
  }

  /** A purchase at a merchant. `seen: false` stays with the issuer until the card is refreshed. */
  spend(card: StoredCard, amountCents: number, merchant: string, seen = true): 'approved' | 'declined' {
    const left = card.availableCents - spentCents(card.unseen);
    if (!hasDetails(card, this.clock.now()) || amountCents > left) return 'declined';
    const transaction: StoredTransaction = {
      amountCents,
      direction: 'debit',
      description: merchant,
      at: this.clock.now(),
      written: 'instant',
      status: card.type === 'intl' ? 'pending' : null,
    };
    card.unseen.push(transaction);
    if (seen) this.#book(card);
    return 'approved';
  }

  requestRefresh(card: StoredCard): void {
    const now = this.clock.now();
    card.refreshedAt.push(now);
    card.refreshDueAt = now + REFRESH_TAKES_MS[card.type];
    if (card.type === 'intl') card.balanceUpdateRequestedAt = now;
  }

  #bringUpToDate(card: StoredCard): void {
    const due = card.type === 'intl' ? card.fulfilDueAt : null;
    if (card.type === 'intl' && due !== null && this.clock.now() >= due) this.fulfilIntlOrder(card);
    this.#bringIn(card);
  }

  #bringIn(card: StoredCard): void {
    if (card.refreshDueAt === null || this.clock.now() < card.refreshDueAt) return;
    this.#book(card);
    card.refreshDueAt = null;
    if (card.type === 'intl') card.balanceUpdateRequestedAt = null;
  }

  #book(card: StoredCard): void {
    card.availableCents -= spentCents(card.unseen);
    card.transactions.unshift(...card.unseen.toReversed());
    card.unseen.length = 0;
    card.updatedAt = this.clock.now();
  }
}
