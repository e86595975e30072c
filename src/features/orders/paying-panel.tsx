import type { ReactNode } from 'react';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';

interface PayingPanelProps {
  row: PaymentSummary | null;
  /** What Laso does meanwhile: "makes the card". */
  making: string;
  /** The journal's timeline, drawn by the payments feature. */
  timeline: ReactNode;
}

/** While the wallet is open and Laso is asked: what to do now, and how far it is. */
export function PayingPanel({ row, making, timeline }: PayingPanelProps) {
  return (
    <Panel title="Paying" raised className="max-w-160">
      {row?.state === 'signing' ? (
        <Notice tone="info" title="Confirm in your wallet.">
          It should say <UsdcAmount atomic={BigInt(row.amountAtomic)} /> to {row.payTo.slice(0, 6)}…
          {row.payTo.slice(-4)}. To cancel, decline it there; nothing is paid then.
        </Notice>
      ) : (
        <Notice tone="info" title="Do not close this page yet.">
          Laso takes the payment and {making}. This takes a few seconds. If the page closes anyway, nothing is
          lost: every step is kept under Payments.
        </Notice>
      )}
      {timeline}
    </Panel>
  );
}
