import type { LasoConfig } from '#config/config-schema.ts';
import type { SandboxContext } from '../context.ts';
import { mountFaults } from '../control/fault-middleware.ts';
import { createSandboxApp, listen } from '../server.ts';
import { mountFreezeAccountCard } from './freeze-account-card.ts';
import { mountOneTimeImages } from './one-time-image.ts';
import { mountOrderAccountCard } from './order-account-card.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { mountReadAccountCard } from './read-account-card.ts';
import { mountReadVerification } from './read-verification.ts';
import { CLIENT_KEY } from './require-user.ts';
import { mountSetPinPage } from './set-pin-page.ts';

/** The second issuer, on a port of its own. */
export interface AccountCardProgramme {
  readonly url: string;
  readonly store: ProgrammeStore;
  /** `accountCard` of a dashboard's configuration. */
  readonly config: NonNullable<LasoConfig['accountCard']>;
  /** Closes the idle kept connections of browsers. */
  closeIdle(): void;
  close(): Promise<void>;
}

/**
 * Serves the account-card program (laso-api.md §9) on 127.0.0.1; port 0 is any free port. It shares the
 * sandbox's clock, faults and request log: there, a route is its path without the first slash
 * ("v1/card/order").
 */
export async function startAccountCardProgramme(
  context: SandboxContext,
  store: ProgrammeStore,
  port: number,
): Promise<AccountCardProgramme> {
  const app = createSandboxApp(context, ['Authorization', 'Content-Type', 'x-client-key', 'x-us-env']);
  app.notFound((c) => c.json({ message: 'Not found' }, 404));
  app.onError((_error, c) => c.json({ message: 'Internal server error' }, 500));
  let url = '';
  const origin = () => url;
  mountFaults(app, context);
  mountReadVerification(app, store);
  mountOrderAccountCard(app, store);
  mountReadAccountCard(app, store);
  mountOneTimeImages(app, store, origin);
  mountSetPinPage(app, store, origin);
  mountFreezeAccountCard(app, store);
  const listening = await listen(app, port);
  url = `http://127.0.0.1:${listening.port}`;
  return {
    url,
    store,
    config: { baseUrl: url, clientKey: CLIENT_KEY, usEnv: true, imageHosts: [new URL(url).host] },
    closeIdle: listening.closeIdle,
    close: listening.close,
  };
}
