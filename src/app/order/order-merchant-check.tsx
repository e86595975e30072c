import { useMemo, useState } from 'react';
import { useSessions } from '#session/session-store.ts';
import type { MerchantCardType } from '#laso/search-merchants.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { paths } from '#config/paths.ts';
import { useServices } from '../services.ts';

const MerchantCheck = lazyPart('The look-up of merchants', () =>
  import('#features/merchants/merchant-check.tsx').then((module) => module.MerchantCheck),
);

/** "Will it work there?" under the form of a card; fetched when somebody asks. Laso answers signed-in accounts only. */
export function OrderMerchantCheck({ cardType }: { cardType: MerchantCardType }) {
  const { client } = useServices();
  const account = useSessions((state) => state.active);
  const [asked, setAsked] = useState(false);
  const laso = useMemo(() => account && { client, account }, [client, account]);
  if (!laso) return null;
  return (
    <details onToggle={(event) => setAsked(event.currentTarget.open || asked)}>
      <summary className="cursor-pointer text-muted hover:text-ink">Will it work at a merchant?</summary>
      <div className="pt-3">
        {asked && (
          <MerchantCheck
            laso={laso}
            cardType={cardType}
            renderMore={(text) => <TextLink to={paths.merchant(text)}>More about “{text}”</TextLink>}
          />
        )}
      </div>
    </details>
  );
}
