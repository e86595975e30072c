import type { SignalKind } from '#domain/signals/signal.ts';
import { balanceTooOld } from './balance-too-old.ts';
import { expiringMoney } from './expiring-money.ts';
import { feeDrift } from './fee-drift.ts';
import { lateCard } from './late-card.ts';
import { lateOrder } from './late-order.ts';
import { lateRefund } from './late-refund.ts';
import { lateWithdrawal } from './late-withdrawal.ts';
import { newMerchant } from './new-merchant.ts';
import { readyButUnused } from './ready-but-unused.ts';
import type { SignalScenario } from './signal-scenario.ts';
import { spendJump } from './spend-jump.ts';
import { splitOrders } from './split-orders.ts';
import { strandedMoney } from './stranded-money.ts';
import { unusualAmount } from './unusual-amount.ts';

/**
 * Signals of payments and of this browser's withdrawals are missing: they come from the browser's own
 * journal, and Laso's data alone cannot raise them. An order can: one paid by another of the sandbox's
 * wallets, or one with a fault after the settlement (e2e/signals.spec.ts).
 */
export const CARD_SIGNAL_KINDS = [
  'stranded-money',
  'expiring-money',
  'ready-but-unused',
  'balance-too-old',
  'split-orders',
  'fee-drift',
  'unusual-amount',
  'new-merchant',
  'spend-jump',
  'late-card',
  'late-order',
  'late-refund',
  'late-withdrawal',
] as const satisfies readonly SignalKind[];
export type CardSignalKind = (typeof CARD_SIGNAL_KINDS)[number];

export const SIGNAL_SCENARIOS: Record<CardSignalKind, SignalScenario> = {
  'stranded-money': strandedMoney,
  'expiring-money': expiringMoney,
  'ready-but-unused': readyButUnused,
  'balance-too-old': balanceTooOld,
  'split-orders': splitOrders,
  'fee-drift': feeDrift,
  'unusual-amount': unusualAmount,
  'new-merchant': newMerchant,
  'spend-jump': spendJump,
  'late-card': lateCard,
  'late-order': lateOrder,
  'late-refund': lateRefund,
  'late-withdrawal': lateWithdrawal,
};
