import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { accountCardErrorOf, type AccountCardError } from '#laso/account-card/account-card-error.ts';
import { readAccountCard, type AccountCard } from '#laso/account-card/read-account-card.ts';
import { readVerification, type Verification } from '#laso/account-card/read-verification.ts';
import { nextReadMs } from './next-read.ts';
import { leaveIfRefused, noteCard, useProgrammeAccess } from './programme-access.ts';

interface Known {
  verification: Verification | null;
  /** null: this user has none. Undefined: not known yet. */
  card: AccountCard | null | undefined;
  error: AccountCardError | null;
  readAtMs: number | null;
  failures: number;
}

interface AccountCardReads extends Known {
  reading: boolean;
  refresh: () => Promise<void>;
  /** Takes a card that another call has just read. */
  show: (card: AccountCard) => void;
}

const NOTHING: Known = { verification: null, card: undefined, error: null, readAtMs: null, failures: 0 };

/**
 * The verification state and the card, read now, on focus, and again by itself while something is under way. They live in this component:
 * the query cache would keep a person's name after the page is left. Mount it with a key per client.
 */
export function useAccountCard(client: AccountCardClient): AccountCardReads {
  const [known, setKnown] = useState<Known>(NOTHING);
  const [reading, setReading] = useState(true);
  const waitingSinceMs = useProgrammeAccess((state) => state.waitingSinceMs);
  const running = useRef<AbortController | null>(null);

  const read = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    return readBoth(client, controller.signal).then(({ verification, card, error }) => {
      if (controller.signal.aborted) return;
      setReading(false);
      if (leaveIfRefused(client, error)) return;
      if (card !== undefined) noteCard(client, card);
      // One that fails leaves what is known of it, and never the other.
      setKnown((before) => ({
        verification: verification ?? before.verification,
        card: card === undefined ? before.card : card,
        error,
        readAtMs: error ? before.readAtMs : Date.now(),
        failures: error ? before.failures + 1 : 0,
      }));
    });
  }, [client]);

  const refresh = useCallback(() => {
    setReading(true);
    return read();
  }, [read]);

  const show = useCallback(
    (card: AccountCard) => {
      noteCard(client, card);
      setKnown((before) => ({ ...before, card }));
    },
    [client],
  );

  useEffect(() => {
    void read();
    const onVisible = () => {
      if (!document.hidden) void refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      running.current?.abort();
    };
  }, [read, refresh]);

  useEffect(() => {
    if (reading) return;
    const delayMs = nextReadMs(known, waitingSinceMs, Date.now());
    if (delayMs === null) return;
    // A hidden page asks nothing; it asks at once when it is seen again.
    const timer = setTimeout(() => !document.hidden && void refresh(), delayMs);
    return () => clearTimeout(timer);
  }, [reading, known, waitingSinceMs, refresh]);

  return { ...known, reading, refresh, show };
}

/** Both reads, each with what it gave; undefined for the one that failed. */
async function readBoth(client: AccountCardClient, signal: AbortSignal) {
  const [verification, card] = await Promise.allSettled([
    readVerification(client, signal),
    readAccountCard(client, signal),
  ]);
  const refused = [verification, card].find((one) => one.status === 'rejected');
  return {
    verification: verification.status === 'fulfilled' ? verification.value : undefined,
    card: card.status === 'fulfilled' ? card.value : undefined,
    error: refused ? accountCardErrorOf(refused.reason) : null,
  };
}
