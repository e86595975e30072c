import { formatUsd } from '#domain/money.ts';
import { explainError } from '#laso/explain-error.ts';
import { Notice } from '#ui/notice.tsx';
import type { WithdrawalOutcome } from './mutations.ts';
import type { NotSent } from './withdrawal-rules.ts';

const NOT_SENT: Record<NotSent, { title: string; detail: string }> = {
  busy: {
    title: 'A withdrawal from this account is already being sent.',
    detail: 'It is being sent here or in another tab. Wait for it, then check the list below.',
  },
  'no-locks': {
    title: 'This browser cannot guarantee that a withdrawal is sent only once.',
    detail: 'Use a current browser, or open this page over https.',
  },
  open: {
    title: 'An earlier withdrawal is not settled yet.',
    detail: 'Wait until it is clear whether that one went through.',
  },
  changed: {
    title: 'There is a newer withdrawal than the ones you saw.',
    detail: 'It was made in the meantime, here or elsewhere. Check the list below, then decide again.',
  },
  history: {
    title: 'Your earlier withdrawals could not be read first.',
    detail:
      'Without all of them, a lost answer could not be told apart from a withdrawal that was never made.',
  },
  balance: {
    title: 'Your balance could not be read first.',
    detail: 'Without it, a lost answer could not be told apart from a withdrawal that was never made.',
  },
  'unreadable-record': {
    title: 'This device holds a record of an earlier withdrawal that cannot be read.',
    detail: 'That one may still be on its way. Check the list below, then confirm that you want another one.',
  },
  session: {
    title: 'The session of this account has ended.',
    detail: 'Sign in again. The request was never sent.',
  },
  storage: {
    title: 'This browser cannot keep a record of the withdrawal on this device.',
    detail:
      'Private window, blocked or full storage: without a record a lost answer could lead to two withdrawals.',
  },
};

/** Whose error says more than that it failed. */
const READS: ReadonlySet<NotSent> = new Set<NotSent>(['history', 'balance']);

/** What became of the withdrawal just confirmed. All else has a notice of its own (`RecordNotice`), for it outlives this page. */
export function OutcomeNotice({ outcome }: { outcome: WithdrawalOutcome | null }) {
  switch (outcome?.kind) {
    case 'made':
      return (
        <Notice tone="positive" title={`${formatUsd(outcome.amountCents)} is on its way to the wallet.`}>
          Laso has accepted the withdrawal. Follow it in the list below.
        </Notice>
      );
    case 'not-sent':
      return (
        <Notice tone="danger" title={NOT_SENT[outcome.why].title}>
          {outcome.error !== undefined && READS.has(outcome.why) && `${explained(outcome.error)} `}
          {NOT_SENT[outcome.why].detail} Nothing was withdrawn this time.
        </Notice>
      );
    default:
      return null;
  }
}

function explained(error: unknown): string {
  const { title, detail } = explainError(error);
  return `${title} ${detail}`;
}
