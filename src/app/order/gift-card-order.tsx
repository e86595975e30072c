import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { guardCopied } from '#features/cards/reveal/clipboard-guard.ts';
import { AmountFields } from '#features/gift-cards/order/amount-fields.tsx';
import { giftCardProduct } from '#features/gift-cards/order/gift-card-order.ts';
import { readStoredOrder, type GiftCardToOrder } from '#features/gift-cards/order/gift-card-to-order.ts';
import { worthOf } from '#features/gift-cards/order/gift-card-worth.ts';
import { ProductAbout } from '#features/gift-cards/catalog/product-about.tsx';
import { Redemption } from '#features/gift-cards/purchased/redemption.tsx';
import { CATALOGUES } from '#features/gift-cards/queries.ts';
import { useAmountChoice } from '#features/gift-cards/order/use-amount-choice.ts';
import { WorthNotice } from '#features/gift-cards/order/worth-notice.tsx';
import { OrderFormFrame, type OrderFormSlot } from '#features/orders/order-form-frame.tsx';
import type { GiftCard } from '#laso/order-gift-card.ts';
import { dismissUnsaved } from '#storage/unsaved-secrets.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { vault } from '#session/browser-vault.ts';
import { OrderFlow, type DoneOrder } from './order-flow.tsx';
import { paths } from '#config/paths.ts';

interface GiftCardOrderProps {
  product: GiftCardProduct;
  /** What the catalogue was filtered by, or empty. */
  country: string;
  /** Where Laso sells. */
  countries: readonly string[];
}

/** Ordering one product of the catalogue; afterwards its code. */
export function GiftCardOrder({ product, country, countries }: GiftCardOrderProps) {
  const choice = useAmountChoice(product, { wanted: country, offered: countries });
  const [order] = useState(() => giftCardProduct(vault));
  const form = (slot: OrderFormSlot, review: (order: GiftCardToOrder) => void) => (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <OrderFormFrame
        {...slot}
        terms="A gift card cannot be returned or topped up. You get its code only once, right after paying: it is kept encrypted in this browser, and you should save it elsewhere too."
        onSubmit={() => {
          const chosen = choice.read();
          if (chosen) review(chosen);
        }}
      >
        <AmountFields product={product} choice={choice} countries={countries} />
      </OrderFormFrame>
      <ProductAbout product={product} />
    </div>
  );
  return (
    <OrderFlow
      product={order}
      texts={{
        documentTitle: `${product.name} gift card`,
        form: {
          title: product.name,
          lead: 'Gift card, paid in USDC from your own wallet.',
        },
        delivered: {
          title: 'Your gift card is here',
          lead: 'It is paid. Save the code before you close this page.',
        },
      }}
      choice={
        <p className="text-sm">
          <TextLink to={paths.giftCards}>All gift cards</TextLink>
        </p>
      }
      renderForm={form}
      unknownProduct={<UnknownProduct />}
      renderDone={(done) => <Bought {...done} instructions={product.redemptionInstructions} />}
    />
  );
}

/** The catalog on this page was read a while ago: what is listed now is read anew. */
function UnknownProduct() {
  const queryClient = useQueryClient();
  useEffect(() => void queryClient.invalidateQueries(CATALOGUES), [queryClient]);
  return (
    <Notice
      tone="danger"
      title="Laso does not know this gift card, or no longer does. Nothing was paid."
      actions={<ButtonLink to={paths.giftCards}>All gift cards</ButtonLink>}
    >
      Asking again will not change that. Choose another one from the catalog.
    </Notice>
  );
}

function Bought({
  row,
  delivered,
  keepAgain,
  busy,
  instructions,
}: DoneOrder<GiftCard> & { instructions: string | null }) {
  if (!delivered) return null;
  const order = readStoredOrder(row.product);
  const kept = keepAgain === null;
  return (
    <Redemption
      secret={delivered.secret}
      worthNotice={order && <WorthNotice {...worthOf(delivered.amount, order)} />}
      instructions={instructions}
      kept={kept}
      purchased={<TextLink to={paths.giftCardsPurchased}>purchased gift cards</TextLink>}
      keepAgain={keepAgain ?? (() => undefined)}
      keeping={busy}
      onSaved={async () => {
        dismissUnsaved(row.id);
        if (kept) await vault.mark(row.id, 'saved', Date.now());
      }}
      // The only copy there is must not vanish from the clipboard.
      onCopied={kept ? guardCopied : undefined}
    />
  );
}
