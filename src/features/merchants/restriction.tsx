import type { Merchant } from '#domain/merchant.ts';

/** Why no card is taken there, in Laso's words: it is the kind of merchant, so another card is no way round. */
export function Restriction({ merchant: { restriction, status } }: { merchant: Merchant }) {
  if (restriction === null) return null;
  return (
    <span className="block max-w-prose text-sm text-ink">
      {status === 'not-accepted' && 'No card of Laso’s works there. '}Laso says: “{restriction}”
    </span>
  );
}
