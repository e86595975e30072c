import * as z from 'zod/mini';

/**
 * What the wallet's owner is asked to confirm, as the server wrote it (CAIP-122; x402 extension
 * `sign-in-with-x`). Nothing here is trusted before `sign-in-with-x-check.ts`.
 */
export interface SignInInfo {
  readonly domain: string;
  readonly uri: string;
  readonly version: string;
  readonly nonce: string;
  /** Times stay as they were written: the server rebuilds the message from these very characters. */
  readonly issuedAt: string;
  readonly expirationTime?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly requestId?: string | undefined;
  readonly statement?: string | undefined;
  readonly resources?: readonly string[] | undefined;
}

export interface SignInChain {
  /** CAIP-2. */
  readonly chainId: string;
  /** `eip191` or `ed25519`. */
  readonly type: string;
  readonly signatureScheme?: string | undefined;
}

export interface SignInChallenge {
  readonly info: SignInInfo;
  readonly chains: readonly SignInChain[];
}

const text = z.string().check(z.maxLength(2_000));

const infoSchema = z.object({
  domain: text,
  uri: text,
  version: text,
  nonce: text,
  issuedAt: text,
  expirationTime: z.optional(text),
  notBefore: z.optional(text),
  requestId: z.optional(text),
  statement: z.optional(text),
  resources: z.optional(z.array(text).check(z.maxLength(20))),
});
const chainSchema = z.object({ chainId: text, type: text, signatureScheme: z.optional(text) });
const extensionSchema = z.object({ info: infoSchema, supportedChains: z.array(z.unknown()) });
const requiredSchema = z.object({
  accepts: z.optional(z.array(z.unknown())),
  extensions: z.optional(z.object({ 'sign-in-with-x': z.optional(z.unknown()) })),
});

/**
 * What a 402 of `GET /auth` offers: the free proof by signature (null when not offered, or not readable), and
 * whether it can be paid for. Where the free one is offered in any form, nothing is paid (laso-api.md §1.3).
 */
export interface SignInOffer {
  readonly challenge: SignInChallenge | null;
  readonly payable: boolean;
}

// The real ones have 1–3 kB.
const MAX_HEADER = 32_768;

/** Reads a `PAYMENT-REQUIRED` header (base64 JSON). Null when it is not one. */
export function readSignInOffer(header: string): SignInOffer | null {
  const required = z.safeParse(requiredSchema, decoded(header));
  if (!required.success) return null;
  const { accepts = [], extensions } = required.data;
  const extension = z.safeParse(extensionSchema, extensions?.['sign-in-with-x']);
  const challenge = extension.success
    ? { info: extension.data.info, chains: extension.data.supportedChains.flatMap(readChain) }
    : null;
  return { challenge, payable: accepts.length > 0 && extensions?.['sign-in-with-x'] === undefined };
}

/** A chain written in a form of its own must not hide the others. */
function readChain(value: unknown): SignInChain[] {
  const parsed = z.safeParse(chainSchema, value);
  return parsed.success ? [parsed.data] : [];
}

function decoded(header: string): unknown {
  if (header.length > MAX_HEADER) return null;
  try {
    const bytes = Uint8Array.from(atob(header), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
