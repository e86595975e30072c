import type { Refusal } from './refusal.ts';
import { kindOf403, saidIn } from './refused-403.ts';

/**
 * Why an order or a request was refused, as far as a person can do something about it (laso-api.md §2.1,
 * 2.5). The same before a payment and after.
 * - `region`: from where the person is. `daily-limit`: about six cards a day. `verification`: an identity
 *   check comes first.
 * - `balance-short`: the 402 of a free route. `not-met`: 412. `gone`: 410. `not-accepted`: 400, 422.
 *   `working`: 409. `fault`: 5xx
 */
export type RefusalKind =
  | 'frozen'
  | 'region'
  | 'verification'
  | 'daily-limit'
  | 'out-of-stock'
  | 'rate-limited'
  | 'balance-short'
  | 'not-met'
  | 'gone'
  | 'unknown-thing'
  | 'not-accepted'
  | 'working'
  | 'fault'
  | 'refused';

const VERIFICATION = /\bkyc|verif(?:y|ied|ication)\b.{0,40}\bidentity|identity.{0,40}\bverif/i;
const DAILY = /\bdaily\b|\b(?:a|per|each|of the|in one|this) day\b|\bper 24|\b24[ -]?h/i;
const STOCK = /(?:out of|not in|no(?: more)?) (?:stock|inventory)|sold out/i;

const BY_STATUS: ReadonlyMap<number, RefusalKind> = new Map([
  [400, 'not-accepted'],
  [402, 'balance-short'],
  [404, 'unknown-thing'],
  [409, 'working'],
  [410, 'gone'],
  [412, 'not-met'],
  [422, 'not-accepted'],
  [429, 'rate-limited'],
  [451, 'region'],
]);
/** What may name a limit of a day or an empty stock: a 404 or a 412 has a meaning of its own. */
const MAY_NAME: ReadonlySet<number> = new Set([400, 403, 409, 422, 429, 500, 503]);

/**
 * Pure. Words and code are Laso's or, for advice alone, those of the host that answered; they never decide
 * about money.
 */
export function refusalKind(
  status: number,
  refusal: Pick<Refusal, 'words' | 'hint' | 'code' | 'frozen'>,
): RefusalKind {
  const forbidden = status === 403 ? kindOf403(refusal) : null;
  if (forbidden !== null) return forbidden;
  const said = saidIn(refusal);
  if (status === 403 && VERIFICATION.test(said)) return 'verification';
  if (MAY_NAME.has(status) && STOCK.test(said)) return 'out-of-stock';
  if (MAY_NAME.has(status) && status < 500 && DAILY.test(said)) return 'daily-limit';
  return BY_STATUS.get(status) ?? (status >= 500 || status === 408 ? 'fault' : 'refused');
}
