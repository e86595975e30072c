interface PaymentRecords {
  /** Payment records, with amounts in atomic USDC and times in ms since 1970. */
  payments: readonly object[];
  /** What could be read of damaged records. */
  unreadable?: readonly object[];
}

/** Payment records as the text of a JSON file. A signed payload is never in it. */
export function paymentsExport({ payments, unreadable = [] }: PaymentRecords, nowMs: number): string {
  const file = {
    exportedAt: new Date(nowMs).toISOString(),
    payments,
    ...(unreadable.length > 0 && { unreadable }),
  };
  // A signed payload is enough to make the payment: left out even if a record should carry one.
  return JSON.stringify(file, (key, value: unknown) => (key === 'signed' ? undefined : value), 2);
}
