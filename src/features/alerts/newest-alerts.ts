import { ownValue } from '#domain/own-value.ts';
import type { StoredAlert } from '#storage/alerts.ts';

/** What several accounts' rules found, newest first. */
export const newestAlerts = (
  byAccount: Readonly<Record<string, { history: readonly StoredAlert[] }>>,
  accounts: readonly string[],
): StoredAlert[] =>
  accounts
    .flatMap((account) => ownValue(byAccount, account)?.history ?? [])
    .toSorted((a, b) => b.foundAtMs - a.foundAtMs);
