import { useState } from 'react';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { Button } from '#ui/button.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { Notice } from '#ui/notice.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { AccountCardHeader } from './account-card-header.tsx';
import { statusWords } from './account-card-words.ts';
import { CardActions } from './card-actions.tsx';
import { CardFacts } from './card-facts.tsx';
import { OrderPanel } from './order-panel.tsx';
import { orderOnce } from './order-once.ts';
import { Problem } from './problem.tsx';
import { leaveProgramme, noteOrder, useProgrammeAccess, type OpenOrder } from './programme-access.ts';
import { Provisioning } from './provisioning.tsx';
import { useAccountCard } from './use-account-card.ts';
import { useAction } from './use-action.ts';

const KNOWN = new Set(['PENDING', 'ACTIVE', 'FROZEN', 'BLOCKED']);

/** One user of the programme: the gate, the order, the card. Mount it with a key per client: nothing outlives an access token. */
export function AccountCardView({ client }: { client: AccountCardClient }) {
  const reads = useAccountCard(client);
  const { order, waitingSinceMs } = useProgrammeAccess();
  const [problem, setProblem] = useState<unknown>(null);
  const ordering = useAction(client, setProblem);
  const { card, verification } = reads;

  const placeOrder = () =>
    void ordering.run('order', async () => {
      const made = await orderOnce(client, verification?.userId ?? null);
      if (made) reads.show(made);
    });
  const orderAgain = () => {
    noteOrder(client, null, Date.now());
    placeOrder();
  };

  return (
    <>
      <AccountCardHeader
        age={
          <DataAge
            updatedAt={reads.readAtMs}
            refreshing={reads.reading}
            failed={reads.error !== null && reads.readAtMs !== null}
          />
        }
        action={
          <Button size="small" onClick={leaveProgramme}>
            Forget the access token
          </Button>
        }
      />
      <output className="sr-only">{spoken(card, order)}</output>
      <Problem
        error={reads.error}
        actions={
          <Button size="small" busy={reads.reading} onClick={() => void reads.refresh()}>
            Try again
          </Button>
        }
      />
      {!card && <Problem error={problem} />}
      {card === undefined && !reads.error && (
        <LoadingRegion label="Loading the card">
          <Skeleton className="h-60 w-full max-w-100" />
        </LoadingRegion>
      )}
      {waitingSinceMs !== null && card !== undefined && (
        <Provisioning card={card} order={order} waitingSinceMs={waitingSinceMs} onOrderAgain={orderAgain} />
      )}
      {card === null && !order && verification && (
        <OrderPanel
          verification={verification}
          reading={reads.reading}
          ordering={ordering.busy !== null}
          onLookAgain={() => void reads.refresh()}
          onOrder={placeOrder}
        />
      )}
      {card?.status === 'BLOCKED' && (
        <Notice tone="danger" title="This card is permanently blocked.">
          It cannot be unfrozen, and nothing can be paid with it anymore. Ask the card program’s support for
          the reason and whether you can get another one.
        </Notice>
      )}
      {card && !KNOWN.has(card.status ?? '') && (
        <Notice
          tone="caution"
          title={
            card.status
              ? `The card program says: “${card.status}”.`
              : 'The card program does not say what status the card has.'
          }
        >
          This page does not know that status, so it offers nothing to do. Ask the program’s support what it
          means.
        </Notice>
      )}
      {card && (
        <div className="grid gap-8 lg:grid-cols-[25rem_minmax(0,1fr)]">
          <CardActions client={client} card={card} onChanged={reads.refresh} />
          {/* Its own height, not the card's. */}
          <div>
            <CardFacts card={card} />
          </div>
        </div>
      )}
    </>
  );
}

/** For screen readers: what the card has become, while the page changes around it. */
function spoken(card: AccountCard | null | undefined, order: OpenOrder | null): string {
  if (card) return `Card status: ${statusWords(card.status).word}.`;
  // That it may have been ordered is said where it is shown.
  return order === 'taken' ? 'The card is ordered.' : '';
}
