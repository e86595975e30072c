import type { SettleResponse } from '@x402/core/types';
import type { SandboxClock } from '../clock.ts';

/** A transfer that is signed and has its hash, but is not on the chain yet. */
export interface HeldTransfer {
  transaction: string;
  /**
   * Sends it to the chain; false when the chain refuses it,
   * because it has expired or its nonce is used by now.
   */
  send(): Promise<boolean>;
}

export interface HeldSettlement extends HeldTransfer {
  /** The payload's authorization: the same payload sent again gets the same answer. */
  key: string;
  answer: SettleResponse;
  /** What happens once the money has moved: the order, or a credit. */
  settled(): void | Promise<void>;
}

/**
 * Settlements that a facilitator gave up waiting for (`settlement_pending`) and that the chain takes later.
 */
export interface HeldSettlements {
  hold(settlement: HeldSettlement, forMs: number): void;
  /** The answer for a payload whose transfer is still held. */
  find(key: string): SettleResponse | null;
  /**
   * Sends all held transfers, or only those that are due by
   * the sandbox's clock, and returns how many the chain took.
   */
  mine(which?: 'all' | 'due'): Promise<number>;
  clear(): void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createHeldSettlements(clock: SandboxClock): HeldSettlements {
  const held = new Map<string, { settlement: HeldSettlement; dueAt: number; sending: boolean }>();

  const release = async (settlement: HeldSettlement): Promise<boolean> => {
    const { key, send, settled } = settlement;
    const entry = held.get(key);
    if (entry?.settlement !== settlement || entry.sending) return false;
    // Held until the chain has answered: the same payload
    // sent again meanwhile must not be settled a second way.
    entry.sending = true;
    try {
      const taken = await send();
      if (taken) await settled();
      return taken;
    } finally {
      if (held.get(key) === entry) held.delete(key);
    }
  };

  return {
    hold: (settlement, forMs) => {
      held.set(settlement.key, { settlement, dueAt: clock.now() + forMs, sending: false });
      // Only the control route or the clock ends a longer wait.
      if (forMs > LONGEST_TIMER_MS) return;
      setTimeout(() => {
        // The chain may have ended meanwhile; then nothing waits for this transfer.
        release(settlement).catch(() => null);
      }, forMs).unref();
    },
    find: (key) => held.get(key)?.settlement.answer ?? null,
    mine: async (which = 'all') => {
      const chosen = [...held.values()].filter(({ dueAt }) => which === 'all' || dueAt <= clock.now());
      const taken = await Promise.all(chosen.map(({ settlement }) => release(settlement)));
      return taken.filter(Boolean).length;
    },
    clear: () => held.clear(),
  };
}
