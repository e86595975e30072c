import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { paths } from '#config/paths.ts';
import type { Card } from '#domain/card.ts';
import { cancelIntlOrder } from '#laso/cancel-intl-order.ts';
import { useLaso } from '#session/laso-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Money } from '#ui/money.tsx';
import { Notice } from '#ui/notice.tsx';
import { explainCancel } from './cancel-problem.ts';

interface CancelOrderProps {
  card: Card;
  /** The account is frozen: nothing is offered. */
  frozen: boolean;
}

/** Cancels an international order while it is queued, after saying what happens to the money; afterwards says where it went. */
export function CancelOrder({ card, frozen }: CancelOrderProps) {
  const { client, account } = useLaso();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const mutation = useMutation({
    mutationFn: () => cancelIntlOrder(client, account, card.id),
    // Also after a refusal or silence: the card itself tells what is true.
    onSettled: () => {
      setAsking(false);
      // Everything of this account: the cards, and the balance that the charge went to.
      return queryClient.invalidateQueries({ queryKey: [account] });
    },
  });
  // A browser may send a POST twice by itself: the second is refused, though the first did it (lessons.md 33).
  const back = mutation.isSuccess || (mutation.isError && card.status === 'refunded');
  const problem = mutation.isError && !back ? explainCancel(mutation.error) : null;
  const charge = <Money cents={card.chargedCents} reason="Laso does not give the charge" />;

  return (
    <>
      {back && (
        <Notice
          tone="positive"
          title="The order is canceled."
          actions={
            <ButtonLink size="small" to={paths.balance}>
              Open the balance
            </ButtonLink>
          }
        >
          What you paid for it, {charge}, went to your Laso account balance. From there you can withdraw it.
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {card.status === 'queued' && !frozen && !back && (
        <div>
          <Button onClick={() => setAsking(true)}>Cancel order</Button>
        </div>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        dismissible={!mutation.isPending}
        title="Cancel this order?"
        actions={
          <>
            <Button disabled={mutation.isPending} onClick={() => setAsking(false)}>
              Keep the order
            </Button>
            <Button variant="danger" busy={mutation.isPending} onClick={() => mutation.mutate()}>
              Cancel order
            </Button>
          </>
        }
      >
        <p>
          You were charged {charge} for it, fee included. All of it goes to your Laso account balance, not to
          your wallet; from there you can withdraw it. No card is made.
        </p>
      </Dialog>
    </>
  );
}
