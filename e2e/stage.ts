import { join } from 'node:path';
import type { LasoConfig } from '#config/config-schema.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { startStaticHost, type StaticHost } from '#sandbox/web/static-host.ts';
import { freePort } from '#sandbox/web/free-port.ts';

/** What one worker's tests share: a sandbox, and the built app served with its configuration. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly dashboardUrl: string;
  /** The configuration the page is stamped with from the next load on; the next test starts with the sandbox's own again. */
  useConfig(config: LasoConfig): void;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Another build can be named by LASO_DIST. */
const DIST = process.env['LASO_DIST'] ?? join(import.meta.dirname, '..', 'dist');

export async function setStage(options: { wallet?: boolean } = {}): Promise<Stage> {
  // Links need the dashboard's address before it stands.
  const port = await freePort(0);
  const dashboardUrl = `http://127.0.0.1:${port}`;
  const sandbox = await createSandbox({ dashboardUrl });
  let config = sandbox.config;
  let host: StaticHost;
  try {
    const wallet = options.wallet === false ? undefined : { rpcUrl: sandbox.rpcUrl };
    host = await startStaticHost({ dist: DIST, port, config: () => config, wallet });
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
