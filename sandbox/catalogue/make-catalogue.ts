import { seededRandom } from '../scenarios/random.ts';
import { KNOWN_PRODUCTS } from './known-products.ts';
import type { CatalogueProduct } from './product.ts';

/** The size of the small catalog, which `resize` returns to. */
export const USUAL_PRODUCTS = 300;

const FIRST = [
  'Blue',
  'North',
  'Green',
  'Urban',
  'Little',
  'Grand',
  'Silver',
  'Happy',
  'Prime',
  'Wild',
  'Red',
  'Golden',
];
const SECOND = [
  'Market',
  'Games',
  'Coffee',
  'Fashion',
  'Travel',
  'Books',
  'Fitness',
  'Pizza',
  'Garden',
  'Cinema',
  'Music',
  'Pets',
  'Sports',
  'Kitchen',
  'Toys',
];
const THIRD = ['House', 'Club', 'World', 'Corner', 'Online', 'Direct', 'Studio', 'Works', 'Place', 'Express'];
const CATEGORIES = ['ecommerce', 'travel', 'gaming', 'food', 'fashion', 'entertainment'];
const PLACES: readonly [country: string | null, currency: string, steps: readonly string[]][] = [
  ['US', 'USD', ['1', '0.01', '0.05', '5']],
  ['US', 'USD', ['1']],
  ['GB', 'GBP', ['1', '0.5']],
  ['DE', 'EUR', ['1', '0.01']],
  ['FR', 'EUR', ['1', '0.05']],
  ['CA', 'CAD', ['1']],
  ['AU', 'AUD', ['1', '0.1']],
  ['JP', 'JPY', ['100']],
  ['BR', 'BRL', ['1']],
  [null, 'USD', ['1']],
];

/** Gives the same products for the same count; a longer catalog starts with the shorter one. */
export function makeCatalogue(count: number): CatalogueProduct[] {
  const random = seededRandom(7);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  const made = Array.from({ length: Math.max(0, count - KNOWN_PRODUCTS.length) }, (_, serial) => {
    const [country, currency, steps] = pick(PLACES);
    const name = `${pick(FIRST)} ${pick(SECOND)} ${pick(THIRD)}`;
    const factor = currency === 'JPY' ? 100 : 1;
    const fixed = random() < 0.4;
    const id = `${name.toLowerCase().replaceAll(' ', '-')}-${(country ?? 'any').toLowerCase()}-${serial}`;
    return {
      id,
      name,
      description: `${name} Gift Card`,
      category: pick(CATEGORIES),
      country,
      currency,
      min: String(10 * factor),
      max: String(500 * factor),
      increment: pick(steps),
      denominations: fixed ? ['10', '25', '50', '100'].map((one) => String(Number(one) * factor)) : null,
      picture: random() < 0.9 ? `/pictures/${id}.svg` : null,
      brand: random() < 0.7 ? { description: `Everything from ${name}.`, redemption: null } : null,
      feeBps: Math.floor(random() * 481),
      redeemedBy: pick(['code', 'code', 'code-and-pin', 'link'] as const),
    };
  });
  return [...KNOWN_PRODUCTS.slice(0, count), ...made];
}
