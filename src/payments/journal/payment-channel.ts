/** On this BroadcastChannel each commit tells the row's id, in every tab. Apart from the journal: who only waits for a first payment does not load it. */
export const PAYMENT_CHANNEL = 'laso-payments';

/** Called with what each commit tells, of this tab too. Returns the way to stop. A browser without the channel hears nothing. */
export function onPaymentChange(listener: (rowId: unknown) => void): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => undefined;
  const channel = new BroadcastChannel(PAYMENT_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
  return () => channel.close();
}
