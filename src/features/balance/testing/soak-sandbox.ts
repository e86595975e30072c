/** For tests: what surrounds the soak's withdrawals: the sandbox's real API, and time that only `tick` moves. */
import { accountIdOf } from '#domain/account.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { testUserId } from '#sandbox/chain/test-accounts.ts';
import { fetchAsPage } from '#sandbox/testing/as-a-page.ts';

const ORIGIN = 'http://127.0.0.1:4022';
export const OWNER = accountIdOf(testUserId(1));

export interface WithdrawalSandbox {
  readonly sandbox: Sandbox;
  readonly page: typeof fetch;
  /** Time passes; what the server still works on at that time goes on. */
  tick(seconds: number): Promise<void>;
  /** What is being held by the server is carried out when so many seconds have passed. */
  carryOutIn(seconds: number): void;
  close(): Promise<void>;
}

/** Both clocks of a page: the one people set, and the one that only goes forward. */
export async function startWithdrawalSandbox(): Promise<WithdrawalSandbox> {
  const sandbox = await createSandbox({
    dashboardUrl: ORIGIN,
    scenario: 'none',
    solana: false,
    now: () => Date.now(),
  });
  const { waiting, log } = sandbox;
  const real = { date: Date.now, performance: performance.now };
  let movedMs = 0;
  let dueMs = Infinity;
  Date.now = () => real.date.call(Date) + movedMs;
  performance.now = () => real.performance.call(performance) + movedMs;

  async function carryOut(): Promise<void> {
    dueMs = Infinity;
    log.clear();
    const released = waiting.release();
    await turnsUntil(() => log.list().length >= released);
  }
  return {
    sandbox,
    page: fetchAsPage(ORIGIN),
    tick: async (seconds) => {
      const endMs = movedMs + seconds * 1_000;
      if (dueMs <= endMs) {
        movedMs = Math.max(movedMs, dueMs);
        await carryOut();
      }
      movedMs = endMs;
    },
    carryOutIn: (seconds) => {
      dueMs = Math.min(dueMs, movedMs + seconds * 1_000);
    },
    close: async () => {
      Date.now = real.date;
      performance.now = real.performance;
      await sandbox.close();
    },
  };
}

/** Looks at every turn of the event loop. */
export async function turnsUntil(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn += 1) {
    if (turn > 1_000_000) throw new Error('The sandbox did not come to what was waited for.');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
