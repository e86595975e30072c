import * as z from 'zod/mini';
import type { Secret } from '#domain/secret.ts';
import { wireId } from '../wire.ts';
import type { AccountCardClient } from './account-card-client.ts';
import { allowedAddress } from './allowed-address.ts';

const tokenSchema = z.object({ hostedPageUrl: wireId, url: wireId });

/**
 * `POST /v1/card/set-pin/token`: the address of the issuer's own page where the PIN is typed; it never passes
 * through here. Embedded pages post a message of type `abort` when they are done or dismissed (the issuer's
 * reference, "Generate PIN Set Token").
 */
export async function requestSetPinPage(client: AccountCardClient, signal?: AbortSignal): Promise<Secret> {
  const answer = await client.write({
    path: '/v1/card/set-pin/token',
    body: { isEmbedded: true },
    schema: tokenSchema,
    signal,
    notFound: 'no-card',
  });
  const { baseUrl, imageHosts } = client.config;
  return allowedAddress(answer.hostedPageUrl ?? answer.url, [...imageHosts, new URL(baseUrl).host]);
}
