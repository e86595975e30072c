import { Notice } from '#ui/notice.tsx';
import { US_CARDS_A_DAY } from './orders-in-a-day.ts';

/** What can stop an order of a U.S. card at Laso (laso-api.md §2.5), said before it is paid: none of it is in the price that Laso names first. */
export const US_CARD_LIMITS = `Laso issues these cards only to a connection from the United States, about ${US_CARDS_A_DAY} a day to one wallet, and can run out of them. It may say so only after the payment: the amount is then in your Laso account balance, from where you can withdraw it.`;

/** Nothing is refused here: the limit is Laso's, and only Laso knows it exactly. */
export function UsCardsOfTheDay({ count }: { count: number }) {
  if (count < US_CARDS_A_DAY) return null;
  return (
    <Notice title={`This account ordered ${count} U.S. cards in the last 24 hours.`}>
      Laso makes about {US_CARDS_A_DAY} a day for one wallet, so it may refuse another one today.
    </Notice>
  );
}
