import * as z from 'zod/mini';
import type { Secret } from '#domain/secret.ts';
import { wireId } from '../wire.ts';
import type { AccountCardClient } from './account-card-client.ts';
import { allowedAddress } from './allowed-address.ts';

/** What an image can show. */
export type ImageOf = 'details' | 'pin';

/** Whole, as an id is: text for people would be cut. */
const tokenSchema = z.object({ imageUrl: wireId });

const REQUESTS = {
  details: {
    path: '/v1/card/details/token',
    // As `account-card.css` draws the card itself.
    customCss: {
      cardBackgroundColor: '#4A3429',
      cardTextColor: '#F7F4EA',
      panBackgroundColor: '#5C4436',
      panTextColor: '#F7F4EA',
    },
  },
  pin: { path: '/v1/card/pin/token', customCss: { backgroundColor: '#4A3429', textColor: '#F7F4EA' } },
} as const;

/**
 * `POST /v1/card/details/token` or `/v1/card/pin/token`: the address of an image that can be loaded once,
 * within about ten minutes, as the `src` of an `<img>`. Rejects with kind `foreign-host` when it lies
 * elsewhere than the operator allows.
 */
export async function requestImage(
  client: AccountCardClient,
  of: ImageOf,
  signal?: AbortSignal,
): Promise<Secret> {
  const { path, customCss } = REQUESTS[of];
  const { imageUrl } = await client.write({
    path,
    body: { customCss },
    schema: tokenSchema,
    signal,
    notFound: 'no-card',
  });
  return allowedAddress(imageUrl, client.config.imageHosts);
}
