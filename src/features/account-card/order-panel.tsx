import { useId } from 'react';
import type { Verification } from '#laso/account-card/read-verification.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { gateOf } from './account-card-words.ts';

interface OrderPanelProps {
  verification: Verification;
  reading: boolean;
  ordering: boolean;
  onLookAgain: () => void;
  onOrder: () => void;
}

/** No card yet: the verification gate, and the one order behind it. */
export function OrderPanel({ verification, reading, ordering, onLookAgain, onOrder }: OrderPanelProps) {
  const gate = gateOf(verification.state);
  const id = useId();
  return (
    <Panel title="Order your card" raised className="max-w-160">
      {gate && (
        <Notice
          tone="caution"
          title={gate.title}
          actions={
            <Button size="small" busy={reading} onClick={onLookAgain}>
              Look again
            </Button>
          }
        >
          {gate.detail}
        </Notice>
      )}
      <p className="max-w-prose" id={id}>
        You are ordering a virtual card, for paying online and in mobile wallets. The program has no physical
        cards, and one card for each person.
      </p>
      <div>
        <Button
          variant="primary"
          size="large"
          aria-disabled={gate !== null}
          aria-describedby={id}
          busy={ordering}
          onClick={onOrder}
        >
          Order card
        </Button>
      </div>
    </Panel>
  );
}
