/** On this BroadcastChannel each commit tells the row's id, in every tab. Apart from the journal: who only waits for a first payment does not load it. */
export const PAYMENT_CHANNEL = 'laso-payments';
