import { convertedAtomic } from './rates.ts';
import type { CatalogueProduct } from './product.ts';

const MIN_ATOMIC = 5_000_000n;
const MAX_ATOMIC = 9_000_000_000n;

type OrderTerms = { atomic: bigint } | { error: string };

/** What an amount of a product costs, or why Laso refuses it. `feeOnTop`: the newer form. */
export function orderTerms(
  product: CatalogueProduct,
  amount: string,
  country: string,
  feeOnTop: boolean,
): OrderTerms {
  const value = convertedAtomic(amount, product.currency);
  if (value === null) return { error: 'amount must be a positive number' };
  if (product.country !== null && product.country !== country)
    return { error: `${product.id} is not available in ${country}` };
  const millionths = millionthsOf(amount);
  if (product.denominations !== null) {
    if (!product.denominations.some((one) => millionthsOf(one) === millionths))
      return { error: `amount must be one of ${product.denominations.join(', ')}` };
  } else {
    const min = millionthsOf(product.min);
    if (millionths < min || millionths > millionthsOf(product.max))
      return { error: `amount must be between ${product.min} and ${product.max}` };
    if ((millionths - min) % millionthsOf(product.increment) !== 0n)
      return { error: `amount must be a multiple of ${product.increment}` };
  }
  if (value < MIN_ATOMIC) return { error: 'A gift card is worth $5 or more.' };
  if (value > MAX_ATOMIC) return { error: 'A gift card is worth $9000 at most.' };
  const fee = feeOnTop ? (value * BigInt(product.feeBps) + 9_999n) / 10_000n : 0n;
  return { atomic: value + fee };
}

function millionthsOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
}
