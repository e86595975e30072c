import { createHash } from 'node:crypto';

/**
 * The answers to payments that carried an id (x402, specs/extensions/payment_identifier.md). An answer
 * belongs to the *whole* signed header: nonce, signature and amount are public once the transfer is on the
 * chain, the random id and the header around it are not.
 */
export interface Idempotency {
  /** The answer to this very header; "conflict" when another header used the id; null when the id is new. */
  find(id: string, header: string): Response | 'conflict' | null;
  remember(id: string, header: string, answer: Response): Promise<void>;
  clear(): void;
}

interface Remembered {
  headerHash: string;
  status: number;
  headers: [string, string][];
  body: string;
}

const KEPT_HEADERS = new Set(['content-type', 'cache-control', 'payment-response', 'x-payment-response']);

export function createIdempotency(): Idempotency {
  const answers = new Map<string, Remembered>();
  return {
    find: (id, header) => {
      const known = answers.get(id);
      if (!known) return null;
      if (known.headerHash !== hashOf(header)) return 'conflict';
      return new Response(known.body, { status: known.status, headers: known.headers });
    },
    remember: async (id, header, answer) => {
      answers.set(id, {
        headerHash: hashOf(header),
        status: answer.status,
        // Leaves out the CORS headers: they belong to the page of the first request.
        headers: [...answer.headers].filter(([name]) => KEPT_HEADERS.has(name)),
        body: await answer.clone().text(),
      });
    },
    clear: () => answers.clear(),
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
