import { decodePaymentRequiredHeader, decodePaymentResponseHeader } from '@x402/core/http';
import type { Switches } from '../payment/switches.ts';
import type { Answer } from './calls.ts';
import type { Contract, Edition } from './contract.ts';

export interface Exchange extends Answer {
  /** The request, in words. */
  name: string;
  method: 'GET' | 'POST';
  /** Without the query. */
  path: string;
  /** The switches at the time of the request. */
  switches: Switches;
}

/**
 * One value of an answer (its body, or what one of its headers
 * holds) and the form that the switches promise for it.
 */
interface Form {
  schema: string;
  edition: Edition;
  value: unknown;
}

const SCHEMAS: Record<string, string> = {
  'GET /auth': 'get-auth',
  'POST /auth': 'post-auth',
  'POST /refresh': 'post-refresh',
};

/** The edition that the switches give an answer; where no switch matters, all editions agree. */
const EDITIONS: Record<string, (switches: Switches) => Edition> = {
  'get-auth-link': ({ authLink }) => (authLink === 'code' ? '2026-08' : 'seed'),
  'get-card-data': ({ cardLines, billingAddress }) => {
    if (cardLines === 'text') return 'field';
    if (cardLines === 'numbers-with-load') return '2026-09';
    return billingAddress ? '2026-08' : 'seed';
  },
  'get-push-to-card': ({ pushToCard }) => (pushToCard === 'later' ? '2026-08' : 'seed'),
  'search-gift-cards': ({ giftCards }) => (giftCards === 'later' ? '2026-08' : 'seed'),
  'search-merchants': ({ restrictionNotes }) => (restrictionNotes ? '2026-09' : 'seed'),
};

export function problemsWith(contract: Contract, exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap((exchange) =>
    formsOf(exchange).flatMap(({ schema, edition, value }) => {
      const problem = contract.problemWith(schema, edition, value);
      return problem === null ? [] : [`${exchange.name}: ${schema} ${edition}: ${problem}`];
    }),
  );
}

function formsOf(exchange: Exchange): Form[] {
  const { method, path, status, headers, body, switches } = exchange;
  const receipt = headers.get('payment-response') ?? headers.get('x-payment-response');
  const receipts: Form[] =
    receipt === null
      ? []
      : [
          {
            schema: 'x402-payment-response',
            edition: 'seed',
            value: decodePaymentResponseHeader(receipt),
          },
        ];
  if (status === 402) return [...receipts, ...paymentForms(exchange)];
  if (status < 300) {
    const schema = SCHEMAS[`${method} ${path}`] ?? path.slice(1);
    return [...receipts, { schema, edition: EDITIONS[schema]?.(switches) ?? 'seed', value: body }];
  }
  const edition = switches.errors === 'coded' ? '2026-09' : 'frozen_message' in body ? '2026-08' : 'seed';
  return [...receipts, { schema: status === 429 ? 'rate-limited' : 'error', edition, value: body }];
}

/**
 * Version 2 asks in a header and its body is empty, version 1 asks in the body. A body without offers is a
 * settlement that failed.
 */
function paymentForms({ headers, body }: Exchange): Form[] {
  const challenge = headers.get('payment-required');
  if (challenge === null) {
    const schema = 'accepts' in body ? 'x402-challenge' : 'x402-settlement-failure';
    return [{ schema, edition: 'seed', value: body }];
  }
  const value: unknown = decodePaymentRequiredHeader(challenge);
  return Object.keys(body).length > 0
    ? [{ schema: 'error', edition: 'seed', value: `a body beside the challenge: ${JSON.stringify(body)}` }]
    : [{ schema: 'x402-challenge', edition: 'seed', value }];
}
