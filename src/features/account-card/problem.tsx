import type { ReactNode } from 'react';
import { explainAccountCardError } from '#laso/account-card/explain-account-card-error.ts';
import { Notice } from '#ui/notice.tsx';

/** What the programme refused or did not answer, in its own sentence. */
export function Problem({ error, actions }: { error: unknown; actions?: ReactNode }) {
  if (error === null) return null;
  const { title, detail } = explainAccountCardError(error);
  return (
    <Notice tone="danger" title={title} actions={actions}>
      {detail}
    </Notice>
  );
}
