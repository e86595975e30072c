import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { BASE } from '#domain/chain.ts';
import { readCardsAgain } from '#features/cards/read-cards-again.ts';
import { ChainCheck } from '#features/chain-check/chain-check.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { sessionOf } from '#session/session-store.ts';
import { sentPayments } from './sent-payments.ts';
import { useServices } from '../services.ts';

interface ChainCheckPanelProps {
  account: AccountId;
  cards: readonly Card[];
  missing: readonly string[];
  startNow: boolean;
}

/** The check of one account, with what this browser knows: its cards, its payments, its first sign-in. */
export function ChainCheckPanel({ account, cards, missing, startNow }: ChainCheckPanelProps) {
  const { client, config } = useServices();
  const queryClient = useQueryClient();
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
      readCards={() => readCardsAgain(queryClient, { client, account })}
      startNow={startNow}
    />
  );
}
