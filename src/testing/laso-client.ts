import { accountIdOf } from '#domain/account.ts';
import { createLasoClient, type LasoClient } from '#laso/client.ts';

export const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');

export interface SentRequest {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

export interface FakeServer {
  sent: SentRequest[];
  fetch: typeof fetch;
}

/**
 * A `fetch` that answers from a list, one answer each; the last one stays. An Error is a broken connection.
 */
export function answering(...answers: (Response | Error)[]): FakeServer {
  const sent: SentRequest[] = [];
  const fakeFetch: typeof fetch = async (input, init = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({
      url: String(input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body,
      init,
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer || answer instanceof Error) throw answer ?? new Error('No answer prepared');
    return answer.clone();
  };
  return { sent, fetch: fakeFetch };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** A client whose first Bearer is `first` and whose renewed one is `second`. */
export function testClient(server: FakeServer): { client: LasoClient; renewals: string[] } {
  const renewals: string[] = [];
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    fetch: server.fetch,
    tokens: {
      bearer: async () => 'first',
      renew: async (_account, rejected) => {
        renewals.push(rejected);
        return 'second';
      },
    },
  });
  return { client, renewals };
}
