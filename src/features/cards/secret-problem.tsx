import { explainError } from '#laso/explain-error.ts';
import { LasoError } from '#laso/laso-error.ts';
import { Notice } from '#ui/notice.tsx';

/** Why a detail could not be shown or copied: Laso's answer, or a browser that does not let the page write to the clipboard. */
export function SecretProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  const refused = !(error instanceof LasoError) && error instanceof DOMException;
  const { title, detail } = refused
    ? {
        title: 'The browser did not allow copying.',
        detail: 'Allow this page to use the clipboard, or reveal the detail and select it.',
      }
    : explainError(error);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}
