import type { AccountId } from '#domain/account.ts';
import type { PushTransfer } from '#laso/get-push-to-card.ts';
import type { NewVaultEntry } from '#storage/vault.ts';

interface PaidFor {
  /** The journal row's. */
  readonly id: string;
  readonly account: AccountId;
  readonly amountAtomic: string;
  readonly network: string;
  readonly product: { readonly amountCents: number };
  readonly history: readonly { readonly atMs: number }[];
}

/** A transfer as the vault keeps it. `details` are the two lines its list shows; the URL is in `secret` alone. */
export const transferEntry = (
  { amountCents, currency, note, redemptionUrl }: PushTransfer,
  { id, account, amountAtomic, network, history }: PaidFor,
): NewVaultEntry => ({
  id,
  account,
  kind: 'transfer',
  label: 'Push to card',
  amount: amountCents === null ? null : { units: amountCents, exponent: 2, currency },
  details: { network, paidUsdcAtomic: amountAtomic, ...(note !== null && { note }) },
  boughtAtMs: history[0]?.atMs ?? 0,
  secret: { code: null, pin: null, url: redemptionUrl },
});
