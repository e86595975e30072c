import { memberOf } from './member-of.ts';

/**
 * Whether an HTTP answer is Laso's own. Hosts, gateways, proxies, captive portals and caches answer for it,
 * sometimes after the work was done (lessons.md 35): their status says nothing about an account, a token or
 * money. Reads, paid answers, renewals and withdrawals all ask here.
 */
export interface HttpAnswer {
  readonly status: number;
  /** The `Content-Type` header, which every browser lets a page read. */
  readonly contentType: string | null;
  /** The parsed JSON, undefined or null when it was none. */
  readonly body: unknown;
}

/**
 * Laso's own form (laso-api.md §2.1): JSON by its content type and in truth, an object, and for an error with
 * its text in `error` (callables: `error.message`) or with a mark that only Laso writes; for a 402 also a
 * challenge or a failed settlement. `message` or `detail` alone is what gateways write, and so is a `code` of
 * their own or a `hint`: those words may be shown, but they decide nothing. A 2xx without a body (204) has no
 * form that could be wrong.
 */
export function isOwnAnswer({ status, contentType, body }: HttpAnswer): boolean {
  if (status === 204) return true;
  if (!isJson(contentType) || !isObject(body)) return false;
  if (status >= 200 && status < 300) return true;
  return saysError(body) || hasMark(body) || (status === 402 && isPaymentAnswer(body));
}

const isJson = (contentType: string | null): boolean =>
  /^application\/(?:[\w.-]{1,60}\+)?json$/i.test(contentType?.split(';', 1)[0]?.trim() ?? '');

function saysError(body: object): boolean {
  const error = memberOf(body, 'error');
  return isText(error) || isText(memberOf(error, 'message'));
}

/**
 * No gateway freezes an account or guides a payment. A `code` is not such a mark, because hosts write it too:
 * all documents have `error` beside it.
 */
const hasMark = (body: object): boolean =>
  isText(memberOf(body, 'frozen_message')) || isText(memberOf(body, 'x_laso_guidance'));

/**
 * The second body of a paid route: a challenge, an empty one beside the challenge's header, or a failed
 * settlement.
 */
const isPaymentAnswer = (body: object): boolean =>
  Object.keys(body).length === 0 ||
  Array.isArray(memberOf(body, 'accepts')) ||
  memberOf(body, 'success') === false;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
