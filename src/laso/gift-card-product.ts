import { decimalsOf, MAX_EXPONENT, minorDigits, parseUnits } from '#domain/currency-amount.ts';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { readParagraphs, readText } from './wire.ts';

/**
 * One product of `GET /search-gift-cards`, old form or new; null without an id and a name. By hand and not by a schema: a catalogue may have
 * tens of thousands, and the first of them should be on screen at once.
 */
export function readProduct(value: unknown): GiftCardProduct | null {
  if (typeof value !== 'object' || value === null) return null;
  const field = (name: string): unknown => Reflect.get(value, name);
  const id = typeof field('laso_server_id') === 'string' ? String(field('laso_server_id')) : null;
  const name = readText(field('name'));
  if (!id || name === null) return null;
  const currency = readText(field('currency'))?.toUpperCase() ?? null;
  const [min, max, increment] = [field('min'), field('max'), field('increment')].map(decimalText);
  const fixed = listOf(field('denominations')).flatMap((one) => decimalText(one) ?? []);
  const exponent = exponentFor(currency, [min, max, increment, ...fixed]);
  const units = (text: string | null = null) => (text === null ? null : parseUnits(text, exponent));
  const info: unknown = field('catalog_info');
  const about = (key: string): string | null =>
    typeof info === 'object' && info !== null ? readParagraphs(Reflect.get(info, key)) : null;
  return {
    id,
    name,
    description: readText(field('description')),
    category: readText(field('category')),
    country: readText(field('country'))?.toUpperCase() ?? null,
    currency,
    exponent,
    ...rangeOf(units(min), units(max)),
    incrementUnits: units(increment) || null,
    denominations: denominationsOf(fixed, exponent),
    pictureUrl: readText(field('product_image_url')),
    brandDescription: about('brand_description'),
    redemptionInstructions: about('redemption_instructions'),
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
const exponentFor = (currency: string | null, texts: readonly (string | null | undefined)[]): number =>
  Math.min(MAX_EXPONENT, Math.max(digitsOf(currency), ...texts.map((text) => decimalsOf(text ?? '') ?? 0)));

const digits = new Map<string | null, number>();

/** The browser's own table of currencies is slow to ask. */
function digitsOf(currency: string | null): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const asked = minorDigits(currency);
  digits.set(currency, asked);
  return asked;
}

/** "0.05" as it is; a JSON number as its shortest decimal text. */
function decimalText(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return decimalsOf(text) === null ? null : text;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
