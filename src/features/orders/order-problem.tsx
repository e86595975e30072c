import type { ReactNode } from 'react';
import { quoted } from '#domain/refusal.ts';
import type { Finding } from '#payments/quote/finding.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { Notice } from '#ui/notice.tsx';

/** Why the order did not go on, in words; the server's own beside ours. */
export function OrderProblem({ error, actions }: { error: unknown; actions?: ReactNode }) {
  if (error === null) return null;
  if (!(error instanceof PaymentError))
    return (
      <Notice tone="danger" title="Something went wrong on this page.">
        Nothing was paid, unless Payments lists it. Reload the page and look there before you try again.
      </Notice>
    );
  const says = quoted('Laso', { words: error.serverMessage, hint: error.hint });
  return (
    <Notice
      tone={error.kind === 'wallet-rejected' ? 'caution' : 'danger'}
      title={error.message}
      actions={actions}
    >
      {says !== '' && <p>{says}</p>}
      {error.retryAfterSec !== null && <p>Try again in {waitWords(error.retryAfterSec)}.</p>}
      <Findings findings={error.findings} />
    </Notice>
  );
}

/** The differences between what was ordered and what the server asks for: with any of them there is no Pay button. */
export function RefusedQuote({ findings }: { findings: readonly Finding[] }) {
  return (
    <Notice tone="danger" title="What Laso asks for is not what you ordered, so it cannot be paid here.">
      <Findings findings={findings} />
      <p>Nothing was signed and nothing was paid. If this keeps happening, tell whoever runs this page.</p>
    </Notice>
  );
}

const waitWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`;

function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="my-1 list-disc pl-5 break-words">
      {findings.map((finding) => (
        <li key={finding.code}>{finding.sentence}</li>
      ))}
    </ul>
  );
}
