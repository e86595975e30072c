import { createContext, use } from 'react';
import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from '#laso/client.ts';

/** Laso's API and the account it is asked about. */
export interface Laso {
  client: LasoClient;
  account: AccountId;
}

/** The account that everything below is about: the active one, or the one a card on screen belongs to. */
export const LasoContext = createContext<Laso | null>(null);

/** Every account on screen: one, or all that are signed in. Never empty below a signed-in page. */
export const AccountsContext = createContext<readonly Laso[]>([]);

export function useLaso(): Laso {
  const laso = use(LasoContext);
  if (!laso) throw new Error('useLaso outside a signed-in page');
  return laso;
}

export const useAccounts = (): readonly Laso[] => use(AccountsContext);
