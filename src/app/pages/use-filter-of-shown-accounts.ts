import { useAccounts } from '#session/laso-context.ts';

/** The filters, less an account that is not (or alone) on screen: somebody switched since, and would see nothing and no reason for it. */
export function useFilterOfShownAccounts<Filters extends { account: string }>(filters: Filters): Filters {
  const accounts = useAccounts();
  const fits = accounts.length > 1 && accounts.some(({ account }) => account === filters.account);
  return fits || filters.account === '' ? filters : { ...filters, account: '' };
}
