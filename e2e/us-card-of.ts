import type { Sandbox } from '#sandbox/app.ts';

/** A U.S. card of the busy agent that is ready. */
export const usCardOf = (sandbox: Sandbox): string =>
  sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find(({ cardId }) => sandbox.store.card(cardId)?.transactions.length)?.cardId ?? '';
