import { join } from 'node:path';
import type { LasoConfig } from '#config/config-schema.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { startStaticHost, type StaticHost } from '#sandbox/web/static-host.ts';
import type { Switches } from '#sandbox/payment/switches.ts';
import { freePort } from '#sandbox/web/free-port.ts';

/** What one worker's tests share: a sandbox, and the built app served with its configuration. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly dashboardUrl: string;
  /**
   * The configuration the page is stamped with from the next load on; the next test starts with the sandbox's
   * own again.
   */
  useConfig(config: LasoConfig): void;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Another build can be named by LASO_DIST. */
export const DIST = process.env['LASO_DIST'] ?? join(import.meta.dirname, '..', 'dist');
/** The same with the account card in it: account-card.build.ts makes it. */
export const DIST_WITH_ACCOUNT_CARD = `${DIST}-account-card`;

interface StageOptions {
  wallet?: boolean;
  /** The build that has it, and its program in the sandbox. */
  accountCard?: boolean;
  /** What production answers, unless said otherwise. */
  cardLines?: Switches['cardLines'];
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  // Links need the dashboard's address before it stands.
  const port = await freePort(0);
  const dashboardUrl = `http://127.0.0.1:${port}`;
  const sandbox = await createSandbox({
    dashboardUrl,
    switches: { cardLines: options.cardLines ?? 'text' },
    ...(options.accountCard && { accountCardPort: 0 }),
  });
  let config = sandbox.config;
  let host: StaticHost;
  try {
    const wallet = options.wallet === false ? undefined : { rpcUrl: sandbox.rpcUrl };
    const dist = options.accountCard ? DIST_WITH_ACCOUNT_CARD : DIST;
    host = await startStaticHost({ dist, port, config: () => config, wallet });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return {
    sandbox,
    dashboardUrl,
    useConfig: (next) => {
      config = next;
    },
    reset: async () => {
      config = sandbox.config;
      await sandbox.reset();
    },
    close: async () => {
      await Promise.all([host.close(), sandbox.close()]);
    },
  };
}
