import { formatUsd } from '#domain/money.ts';
import { explainError } from '#laso/explain-error.ts';
import type { LasoError } from '#laso/laso-error.ts';
import { Notice } from '#ui/notice.tsx';
import type { NotSent, WithdrawalOutcome } from './mutations.ts';
import { refusalTitle } from './withdrawal-refusal.ts';

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
    detail: 'Without them, a lost answer could not be told apart from a withdrawal that was never made.',
  },
  storage: {
    title: 'This browser cannot keep a record of the withdrawal on this device.',
    detail:
      'Private window, blocked or full storage: without a record a lost answer could lead to two withdrawals.',
  },
};

/** What became of the withdrawal just confirmed. What is not known yet has a notice of its own (`RecordNotice`), for it outlives this page. */
export function OutcomeNotice({ outcome }: { outcome: WithdrawalOutcome | null }) {
  switch (outcome?.kind) {
    case 'made':
      return (
        <Notice tone="positive" title={`${formatUsd(outcome.amountCents)} is on its way to the wallet.`}>
          Laso has accepted the withdrawal. Follow it in the list below.
        </Notice>
      );
    case 'refused':
      return <Refused error={outcome.error} />;
    case 'not-sent':
      return (
        <Notice tone="danger" title={NOT_SENT[outcome.why].title}>
          {outcome.error !== undefined && outcome.why === 'history' && `${explained(outcome.error)} `}
          {NOT_SENT[outcome.why].detail} Nothing was withdrawn this time.
        </Notice>
      );
    default:
      return null;
  }
}

function Refused({ error }: { error: LasoError }) {
  return (
    <Notice tone="danger" title={refusalTitle(error)}>
      {explainError(error).detail} Nothing was withdrawn.
    </Notice>
  );
}

function explained(error: unknown): string {
  const { title, detail } = explainError(error);
  return `${title} ${detail}`;
}
