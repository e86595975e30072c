import * as z from 'zod/mini';
import type { AccountCardClient } from './account-card-client.ts';

/** Whatever a 2xx holds: the card's new state is read afterwards. */
const anyAnswer = z.unknown();

/** `POST /v1/card/freeze` and `/unfreeze`: ACTIVE ⇄ FROZEN. */
export async function freezeAccountCard(client: AccountCardClient, frozen: boolean): Promise<void> {
  await client.write({
    path: frozen ? '/v1/card/freeze' : '/v1/card/unfreeze',
    schema: anyAnswer,
    notFound: 'no-card',
    emptyIsDone: true,
  });
}
