import type { Store } from '../store/store.ts';
import { issuerIdFor } from '../store/card-numbers.ts';
import { intlFeeCents, type IntlCard, type IntlState, type UsCard } from '../store/stored-card.ts';
import { INTL_MERCHANTS, US_MERCHANTS, type Merchant } from './merchants.ts';
import { purchases } from './purchases.ts';

const DAY_MS = 24 * 3_600_000;

interface SeedCard {
  owner: string;
  random: () => number;
  amountCents: number;
  /** How long ago it was ordered. */
  ageMs: number;
  spentCents: number;
  transactions: number;
  /** The merchants where it was used; any by default. */
  merchants?: readonly Merchant[];
}

/** An issued U.S. card; its balance is its amount less what was spent. */
export function seedUsCard(store: Store, seed: SeedCard & { stuck?: boolean }): UsCard {
  const now = store.clock.now();
  const orderedAt = now - seed.ageMs;
  const { serial: _serial, ...basics } = store.newCardBasics(orderedAt);
  const card: UsCard = {
    ...basics,
    ...history(seed, orderedAt, now, 'us'),
    type: 'us',
    owner: seed.owner,
    usdAmountCents: seed.amountCents,
    availableCents: seed.amountCents - seed.spentCents,
    orderedAt,
    readyAt: seed.stuck === true ? Infinity : orderedAt + 8_000,
  };
  store.cards.set(card.cardId, card);
  return card;
}

/**
 * An international card in any state. `reissued`: it now has
 * its issuer's id, and remembers the one from the queue.
 */
export function seedIntlCard(
  store: Store,
  seed: SeedCard & { state: IntlState; label: string; reissued?: boolean },
): IntlCard {
  const now = store.clock.now();
  const orderedAt = now - seed.ageMs;
  const { serial, ...basics } = store.newCardBasics(orderedAt, 6);
  const feesCents = intlFeeCents(seed.amountCents);
  const card: IntlCard = {
    ...basics,
    ...history(seed, orderedAt, now, 'intl'),
    cardId: seed.reissued === true ? issuerIdFor(serial) : basics.cardId,
    type: 'intl',
    owner: seed.owner,
    state: seed.state,
    label: seed.label,
    usdAmountCents: seed.amountCents,
    chargedCents: seed.amountCents + feesCents,
    feesCents,
    availableCents: seed.amountCents - seed.spentCents,
    orderedAt,
    queuedOrderCardId: seed.reissued === true ? basics.cardId : null,
    fulfilDueAt: null,
    balanceUpdateRequestedAt: null,
  };
  store.cards.set(card.cardId, card);
  return card;
}

function history(seed: SeedCard, orderedAt: number, now: number, kind: 'us' | 'intl') {
  const lasts = Math.min(now - orderedAt, (kind === 'us' ? 16 : 30) * DAY_MS);
  const transactions = purchases({
    random: seed.random,
    merchants: seed.merchants ?? (kind === 'us' ? US_MERCHANTS : INTL_MERCHANTS),
    count: seed.transactions,
    netCents: seed.spentCents,
    from: orderedAt + Math.min(60_000, lasts / 10),
    to: orderedAt + lasts,
    kind,
  });
  return { transactions, updatedAt: transactions[0]?.at ?? orderedAt };
}
