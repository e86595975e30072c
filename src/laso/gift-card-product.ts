import { decimalsOf, MAX_EXPONENT, minorDigits, parseUnits } from '#domain/currency-amount.ts';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { wellFormed } from '#domain/plain-text.ts';
import { readParagraphs, readText } from './wire.ts';

type Amounts = Pick<
  GiftCardProduct,
  'exponent' | 'minUnits' | 'maxUnits' | 'incrementUnits' | 'denominations'
>;

/** One product of `GET /search-gift-cards`, old form or new; null without an id and a name. */
export function readProduct(value: unknown): GiftCardProduct | null {
  if (typeof value !== 'object' || value === null) return null;
  const { laso_server_id: id, name }: { laso_server_id?: unknown; name?: unknown } = value;
  const isNamed = typeof name === 'string' ? name.trim() !== '' : readText(name) !== null;
  return typeof id === 'string' && id !== '' && isNamed ? new ListedProduct(wellFormed(id), value) : null;
}

/** Holds only products that were shown. */
const amounts = new WeakMap<ListedProduct, Amounts>();

/**
 * Reads a field on first use instead of by a schema: a catalog has tens of thousands of products, the first
 * ones should be on screen at once, and most are never shown.
 */
class ListedProduct implements GiftCardProduct {
  readonly id: string;
  readonly raw: object;

  constructor(id: string, raw: object) {
    this.id = id;
    this.raw = raw;
  }

  get name(): string {
    // Its id, where the name consists of nothing that can be seen.
    return this.#text('name') ?? this.id;
  }
  get description(): string | null {
    return this.#text('description');
  }
  get category(): string | null {
    return this.#text('category');
  }
  get country(): string | null {
    return this.#text('country')?.toUpperCase() ?? null;
  }
  get currency(): string | null {
    return this.#text('currency')?.toUpperCase() ?? null;
  }
  get pictureUrl(): string | null {
    return this.#text('product_image_url');
  }
  get brandDescription(): string | null {
    return this.#about('brand_description');
  }
  get redemptionInstructions(): string | null {
    return this.#about('redemption_instructions');
  }
  get exponent(): number {
    return this.#read().exponent;
  }
  get minUnits(): number | null {
    return this.#read().minUnits;
  }
  get maxUnits(): number | null {
    return this.#read().maxUnits;
  }
  get incrementUnits(): number | null {
    return this.#read().incrementUnits;
  }
  get denominations(): readonly number[] | null {
    return this.#read().denominations;
  }

  #read(): Amounts {
    const known = amounts.get(this);
    if (known) return known;
    const read = amountsOf(this.raw, this.currency);
    amounts.set(this, read);
    return read;
  }
  #text(name: string): string | null {
    return readText(Reflect.get(this.raw, name));
  }
  #about(name: string): string | null {
    const info: unknown = Reflect.get(this.raw, 'catalog_info');
    return typeof info === 'object' && info !== null ? readParagraphs(Reflect.get(info, name)) : null;
  }
}

function amountsOf(raw: object, currency: string | null): Amounts {
  const text = (name: string): string | null => decimalText(Reflect.get(raw, name));
  const [min, max, increment] = [text('min'), text('max'), text('increment')];
  const fixed = listOf(Reflect.get(raw, 'denominations')).flatMap((one) => decimalText(one) ?? []);
  const exponent = exponentFor(currency, [min, max, increment, ...fixed]);
  const units = (of: string | null) => (of === null ? null : parseUnits(of, exponent));
  return {
    exponent,
    ...rangeOf(units(min), units(max)),
    incrementUnits: units(increment) || null,
    denominations: denominationsOf(fixed, exponent),
  };
}

/** A range that contradicts itself says nothing: Laso's answer to the order decides. */
function rangeOf(minUnits: number | null, maxUnits: number | null) {
  return minUnits !== null && maxUnits !== null && minUnits > maxUnits
    ? { minUnits: null, maxUnits: null }
    : { minUnits, maxUnits };
}

/** Smallest first, each once; null when there are none: then the range counts. */
function denominationsOf(texts: readonly string[], exponent: number): number[] | null {
  const units = new Set(texts.flatMap((text) => parseUnits(text, exponent) ?? []));
  units.delete(0);
  return units.size === 0 ? null : [...units].toSorted((a, b) => a - b);
}

/** As fine as the currency is written, finer where an amount or a step is finer. */
const exponentFor = (currency: string | null, texts: readonly (string | null)[]): number =>
  Math.min(
    MAX_EXPONENT,
    Math.max(minorDigits(currency), ...texts.map((text) => decimalsOf(text ?? '') ?? 0)),
  );

/** "0.05" as it is; a JSON number as its shortest decimal text. */
function decimalText(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return decimalsOf(text) === null ? null : text;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
