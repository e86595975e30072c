import { createContext, use } from 'react';
import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from './client.ts';

/** Laso's API and the account it is asked about, for everything below. */
export interface Laso {
  client: LasoClient;
  account: AccountId;
}

export const LasoContext = createContext<Laso | null>(null);

export function useLaso(): Laso {
  const laso = use(LasoContext);
  if (!laso) throw new Error('useLaso outside a signed-in page');
  return laso;
}
