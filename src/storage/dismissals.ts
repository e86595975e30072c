import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { shortHash } from '#domain/short-hash.ts';
import { DISMISSALS_KEY } from './keys.ts';
import { createStoredState, readFields } from './stored-state.ts';

const dismissal = z.object({ note: z.string(), atMs: z.number() });
export type Dismissal = z.infer<typeof dismissal>;

/**
 * Dismissed signals, each by the hash of its name: names hold merchants and amounts, which must not be stored
 * here (visits.ts).
 */
type Kept = Record<string, Dismissal>;

interface Dismissals {
  byAccount: Record<string, Kept>;
}

/** Signals their owner has put aside, by account, with the note left. They concern this device only. */
export const useDismissals = createStoredState(
  DISMISSALS_KEY,
  readFields<Dismissals>(
    {
      byAccount: z.pipe(
        z.record(z.string(), z.record(z.string(), dismissal)),
        z.transform((byAccount) =>
          Object.fromEntries(
            Object.entries(byAccount).map(([account, kept]) => [account, withoutNames(kept)]),
          ),
        ),
      ),
    },
    { byAccount: {} },
  ),
);

// Names that an earlier version wrote are removed from storage now, not at the next dismissal.
if (Object.keys(useDismissals.getState().byAccount).length > 0) useDismissals.setState({});

/**
 * The dismissal of a signal, given all its parts (`domain/signals/signal.ts`); null while one of them is not
 * dismissed.
 */
export function dismissalOf(kept: Kept | undefined, parts: readonly string[]): Dismissal | null {
  const found = parts.flatMap((part) => kept?.[keyOf(part)] ?? []);
  if (found.length < parts.length) return null;
  return found.toSorted((a, b) => b.atMs - a.atMs)[0] ?? null;
}

export const dismissSignal = (
  account: AccountId,
  parts: readonly string[],
  note: string,
  atMs: number,
): void =>
  useDismissals.setState(({ byAccount }) => ({
    byAccount: {
      ...byAccount,
      [account]: {
        ...ownValue(byAccount, account),
        ...Object.fromEntries(parts.map((part) => [keyOf(part), { note, atMs }])),
      },
    },
  }));

export const restoreSignal = (account: AccountId, parts: readonly string[]): void =>
  useDismissals.setState(({ byAccount }) => {
    const restored = new Set(parts.map(keyOf));
    const rest = Object.entries(ownValue(byAccount, account) ?? {}).filter(([key]) => !restored.has(key));
    return { byAccount: { ...byAccount, [account]: Object.fromEntries(rest) } };
  });

// Hoisted on purpose: state is parsed while the module is still loading.
function keyOf(part: string): string {
  return `#${shortHash(part).toString(36)}`;
}

function withoutNames(kept: Kept): Kept {
  return Object.fromEntries(
    Object.entries(kept).map(([key, one]) => [key.startsWith('#') ? key : keyOf(key), one]),
  );
}
