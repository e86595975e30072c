/**
 * Asks the browser not to throw the payment records away when space is short (`navigator.storage.persist()`), before the first
 * payment (product.md §5). `refused` and `unavailable` do not forbid a payment: the page then offers an export.
 */
export async function askToKeepStorage(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = globalThis.navigator?.storage,
): Promise<'kept' | 'refused' | 'unavailable'> {
  if (typeof storage?.persist !== 'function') return 'unavailable';
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'refused';
  } catch {
    return 'unavailable';
  }
}
