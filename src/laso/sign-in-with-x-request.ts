import { eitherSignal } from '#domain/either-signal.ts';
import { isOwnAnswer } from '#domain/own-answer.ts';
import { readCredentials, type Credentials } from './auth.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { apiUrl, DEFAULT_TIMEOUT_MS, parseJson } from './http.ts';
import { LasoError } from './laso-error.ts';
import { signInHeader, type SignInProof } from './sign-in-with-x-message.ts';
import { readSignInOffer, type SignInOffer } from './sign-in-with-x.ts';

interface AuthRequest {
  readonly baseUrl: string;
  readonly fetch?: typeof fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** `GET /auth`, the route a wallet signs in at (laso-api.md §1). */
export const authRequestUrl = (baseUrl: string): string => apiUrl(baseUrl, '/auth').href;

/**
 * Sends nothing but the question; the 402 says how a wallet can sign in. Rejects with a `LasoError`;
 * `bad-answer` with status 402 = terms not readable.
 */
export async function askSignInOffer(request: AuthRequest): Promise<SignInOffer> {
  const answer = await getAuth(request, {});
  const { status, header, body } = answer;
  if (status === 402) {
    if (header !== null) {
      const offer = readSignInOffer(header);
      if (offer) return offer;
    } else if (isVersion1(body)) return { challenge: null, payable: true };
    throw new LasoError('bad-answer', 'GET /auth: the terms cannot be read', { status });
  }
  if (status < 400 && isOwnAnswer(answer))
    throw new LasoError('bad-answer', 'GET /auth: answered without asking who it is', { status });
  throw errorOfAnswer({ ...answer, what: 'GET /auth', secrets: [] });
}

/**
 * Sends the signed message, once. Rejects with a `LasoError`; status 402 means that the signature was refused
 * (laso-api.md: never a 401). Whose credentials they are has still to be compared with the wallet.
 */
export async function sendSignIn(
  request: AuthRequest & { readonly proof: SignInProof },
): Promise<Credentials> {
  const value = signInHeader(request.proof);
  const answer = await getAuth(request, { 'SIGN-IN-WITH-X': value });
  const { status, body } = answer;
  if (status < 200 || status > 299)
    throw errorOfAnswer({ ...answer, what: 'GET /auth', secrets: [value, request.proof.signature] });
  if (!isOwnAnswer(answer))
    throw new LasoError('not-laso', "GET /auth: the answer is not Laso's", { status });
  const credentials = readCredentials(body);
  if (!credentials)
    throw new LasoError('bad-answer', 'GET /auth: the answer holds no credentials', { status });
  return credentials;
}

/** Never repeated: a signed message works once. */
async function getAuth(request: AuthRequest, headers: Record<string, string>) {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const either = eitherSignal(request.signal, timeout);
  const send = request.fetch ?? fetch;
  try {
    const response = await send(authRequestUrl(request.baseUrl), {
      headers: { Accept: 'application/json', ...headers },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: either.signal,
    });
    return {
      status: response.status,
      contentType: response.headers.get('Content-Type'),
      header: response.headers.get('PAYMENT-REQUIRED'),
      retryAfter: response.headers.get('Retry-After'),
      body: parseJson(await response.text()),
    };
  } catch {
    // The browser's own words add nothing a person could use.
    if (request.signal?.aborted) throw new LasoError('aborted', 'GET /auth: given up');
    throw new LasoError(timeout.aborted ? 'timeout' : 'offline', 'GET /auth: no answer');
  } finally {
    either.release();
  }
}

const isVersion1 = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, 'x402Version') === 1;
