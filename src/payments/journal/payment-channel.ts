import { PAYMENTS_CHANNEL } from '#storage/keys.ts';

/** Called with what each commit tells, of this tab too. Returns the way to stop. A browser without the channel hears nothing. */
export function onPaymentChange(listener: (rowId: unknown) => void): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => undefined;
  const channel = new BroadcastChannel(PAYMENTS_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
  return () => channel.close();
}
