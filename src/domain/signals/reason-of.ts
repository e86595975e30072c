import { formatUsd } from '../money.ts';
import { LIVES_MONTHS } from './expiring-money.ts';
import type { SignalKind, SignalThresholds } from './signal.ts';

/**
 * What a kind of signal looks for, and what to do about it. Separate from the signals, because it is needed
 * only when the evidence is opened.
 */
export function reasonOf(kind: SignalKind, thresholds: SignalThresholds): string {
  switch (kind) {
    case 'stranded-money':
      return `Less than ${formatUsd(thresholds.strandedBelowCents)} left on a used card is hard to spend and is lost when the card expires. To use it, pay part of a purchase with it where the merchant allows that, or buy a gift card for the exact amount.`;
    case 'expiring-money':
      return `Cards expire about ${LIVES_MONTHS} months after they are issued, and what is left on them is lost. This is estimated from the order date; the expiry on the card is what counts.`;
    case 'ready-but-unused':
      return `A card left unused for ${thresholds.unusedForDays} days may have been forgotten by the agent that ordered it.`;
    case 'balance-too-old':
      return 'Laso updates balances only when asked. An old one may hide purchases; you can request a new one on the card’s page.';
    case 'split-orders':
      return `Together they exceed ${formatUsd(thresholds.perOrderCents)}: one large order split up, or an agent repeating itself.`;
    case 'fee-drift':
      return 'Laso documents 3.8% on top of an international card and nothing on top of a U.S. one, and a quote gives the exact price. Ask Laso why this one differs.';
    case 'paid-not-delivered':
      return 'A payment from this browser that is not settled yet. Payments shows what is known and what to do.';
    case 'other-payer':
      return 'A purchase belongs to the wallet that paid, so this one is in that wallet’s account.';
    case 'unusual-amount':
      return `At least ${thresholds.unusualFactor} times the usual amount at this merchant.`;
    case 'new-merchant':
      return 'None of this account’s cards paid this merchant before.';
    case 'spend-jump':
      return `At least ${thresholds.jumpFactor} times the daily average.`;
    case 'late-card':
      return `A U.S. card is ready within seconds; this one is pending for over ${thresholds.lateCardSeconds} seconds. Nothing more is charged while it is pending. The card’s page keeps asking; if it stays so, ask Laso.`;
    case 'late-order':
      return `A person at Laso makes international cards, within 24 hours; you are told after ${thresholds.lateOrderHours}. As long as it is queued it can be canceled on the card’s page, and the whole price goes to the Laso balance.`;
    case 'late-refund':
      return `Laso gives no date for a refund request and names no usual time for a refund; you are told after ${thresholds.lateRefundDays} days. Ask Laso.`;
    case 'late-withdrawal':
      return `A withdrawal reaches its wallet within minutes; you are told after ${thresholds.lateWithdrawalMinutes}. It is not lost while it is pending. Do not send it a second time: ask Laso.`;
    case 'open-withdrawal':
      return 'This browser sent a withdrawal, and what became of it is not clear. Balance shows what is known and what to do.';
    case 'unmatched-payment':
      return 'It may be a gift card or a transfer that the agent bought: Laso does not list those. If the agent cannot explain it, ask Laso and give the transaction.';
  }
}
