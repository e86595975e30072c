import type { SandboxClock } from '../clock.ts';
import type { CatalogueProduct } from '../catalogue/product.ts';

export interface StoredGiftCard {
  cardId: string;
  owner: string;
  lasoServerId: string;
  amount: string;
  currency: string;
  country: string;
  redemptionCode: string | null;
  pinCode: string | null;
  redemptionUrl: string | null;
  orderedAt: number;
}

/** Fields of the next answers that replace the product's own; for tests. */
export type RedemptionOverride = Partial<
  Pick<StoredGiftCard, 'redemptionCode' | 'pinCode' | 'redemptionUrl' | 'amount'>
>;

/** Gift cards sold. Laso's API lists them nowhere; tests look for exactly these codes. */
export class GiftCards {
  readonly orders: StoredGiftCard[] = [];
  override: RedemptionOverride | null = null;
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  clear(): void {
    this.orders.length = 0;
    this.override = null;
  }

  order(owner: string, product: CatalogueProduct, amount: string, country: string): StoredGiftCard {
    const serial = this.orders.length + 1;
    const code = secretText(serial);
    const byLink = product.redeemedBy === 'link';
    const card: StoredGiftCard = {
      cardId: `gc_${(serial * 7_919 + 500_009).toString(36)}`,
      owner,
      lasoServerId: product.id,
      amount,
      currency: product.currency ?? 'USD',
      country,
      redemptionCode: byLink ? null : code,
      pinCode:
        product.redeemedBy === 'code-and-pin'
          ? String(10_000_000 + ((serial * 7_654_321) % 90_000_000))
          : null,
      redemptionUrl: byLink ? `https://pay.runa.io/redeem/${code}` : null,
      orderedAt: this.#clock.now(),
      ...this.override,
    };
    this.orders.push(card);
    return card;
  }
}

/** "GIFT-7K2M-…": never the same twice, and not equal to any other text on a page. */
function secretText(serial: number): string {
  const part = (factor: number): string =>
    ((serial * factor) % 1_679_616).toString(36).toUpperCase().padStart(4, '0');
  return `GIFT-${part(1_234_567)}-${part(987_653)}-${part(456_791)}`;
}
