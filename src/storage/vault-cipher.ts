import * as z from 'zod/mini';
import { Secret } from '#domain/secret.ts';

/** What a purchase gives that is worth money by itself. */
export interface VaultSecret {
  readonly code: Secret | null;
  readonly pin: Secret | null;
  readonly url: Secret | null;
}

/** As it is stored: AES-GCM (NIST SP 800-38D), a fresh 96-bit IV each. */
export const sealedSchema = z.object({
  iv: z.instanceof(ArrayBuffer),
  data: z.instanceof(ArrayBuffer),
});
type Sealed = z.infer<typeof sealedSchema>;

/** To what a sealed secret is bound: moved to another entry or account it does not open. */
interface SealedFor {
  readonly id: string;
  readonly account: string;
}

const plainSchema = z.object({
  code: z.nullable(z.string()),
  pin: z.nullable(z.string()),
  url: z.nullable(z.string()),
});

export async function seal(key: CryptoKey, secret: VaultSecret, bound: SealedFor): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(plainText(secret));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(bound) },
    key,
    plain,
  );
  return { iv: iv.buffer, data };
}

/** Rejects when anything of it was changed. */
export async function unseal(key: CryptoKey, { iv, data }: Sealed, bound: SealedFor): Promise<VaultSecret> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(bound) },
    key,
    data,
  );
  const { code, pin, url } = z.parse(plainSchema, JSON.parse(new TextDecoder().decode(plain)));
  return { code: secretOf(code), pin: secretOf(pin), url: secretOf(url) };
}

export const sameSecret = (one: VaultSecret, other: VaultSecret): boolean =>
  plainText(one) === plainText(other);

const plainText = ({ code, pin, url }: VaultSecret): string =>
  JSON.stringify({
    code: code?.reveal() ?? null,
    pin: pin?.reveal() ?? null,
    url: url?.reveal() ?? null,
  });

const secretOf = (text: string | null): Secret | null => (text === null ? null : Secret.of(text));

const additionalData = ({ id, account }: SealedFor) =>
  new TextEncoder().encode(JSON.stringify(['laso-vault-1', id, account]));
