import { useMemo } from 'react';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { SentPayment } from '#domain/chain-purchase.ts';
import { BASE } from '#domain/chain.ts';
import { ChainCheck } from '#features/chain-check/chain-check.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { sessionOf } from '#features/session/session-store.ts';
import type { JournalEntry } from '#payments/journal.ts';
import { transactionUrl } from './explorer.ts';
import { useServices } from './services.ts';

export interface ChainCheckPanelProps {
  account: AccountId;
  cards: readonly Card[];
  missing: readonly string[];
  startNow: boolean;
}

/** The check of one account, with what this browser knows: its cards, its payments, its first sign-in. */
export function ChainCheckPanel({ account, cards, missing, startNow }: ChainCheckPanelProps) {
  const { config } = useServices();
  const payments = usePayments();
  const network = config.networks.find(({ id }) => id === BASE);
  const own = useMemo(() => cards.filter(({ accountId }) => accountId === account), [cards, account]);
  const sent = useMemo(() => sentPayments(payments.data ?? [], account, BASE), [payments.data, account]);
  if (!/^0x[0-9a-f]{40}$/.test(account))
    return (
      <p className="max-w-prose text-muted">
        This account pays on Solana. Laso gives its address in lower case only, which is not a valid Solana
        address, so it cannot be looked up on the chain.
      </p>
    );
  if (!network)
    return (
      <p className="max-w-prose text-muted">
        This page cannot read Base: the operator has to add the network {BASE} to the configuration.
      </p>
    );
  // Without these records payments would look unmatched for a moment.
  if (payments.isPending) return null;
  return (
    <ChainCheck
      account={account}
      network={network}
      cards={own}
      missing={missing}
      payments={sent}
      knownSinceMs={sessionOf(account)?.signedInAtMs ?? null}
      isSignedIn={() => sessionOf(account) !== undefined}
      startNow={startNow}
      transactionHref={(transaction) => transactionUrl(config, network.id, transaction)}
    />
  );
}

const MOVED_MONEY = new Set(['sent', 'unknown', 'delivered', 'paid-not-delivered']);

/** What the journal says was sent from this account's wallet on this network. */
const sentPayments = (entries: readonly JournalEntry[], account: AccountId, network: string): SentPayment[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt') return [];
    const { row } = entry;
    if (accountIdOf(row.payer) !== account || row.network !== network || !MOVED_MONEY.has(row.state))
      return [];
    const sent = row.history.find(({ state }) => state === 'sent');
    return {
      id: row.id,
      amountAtomic: BigInt(row.amountAtomic),
      sentAtMs: row.settledAtSec === null ? (sent?.atMs ?? null) : row.settledAtSec * 1_000,
      transaction: row.transaction,
      cardId: row.cardId,
    };
  });
