import { explainError, type Explanation } from '#laso/explain-error.ts';
import { NoClipboard } from '#ui/copy-text.ts';
import { Notice } from '#ui/notice.tsx';

function explainSecret(error: unknown): Explanation {
  if (error instanceof NoClipboard)
    return {
      title: 'Copying needs https.',
      detail:
        'Browsers let a page copy only over https, and this one was opened without it. Reveal the detail, then select it and copy it by hand.',
    };
  if (error instanceof DOMException)
    return {
      title: 'The browser did not allow copying.',
      detail: 'Allow this page to use the clipboard, or reveal the detail and select it.',
    };
  return explainError(error);
}

/** Why a detail could not be shown or copied: Laso's answer, or a browser that does not let the page write to the clipboard. */
export function SecretProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  const { title, detail } = explainSecret(error);
  return (
    <Notice tone="danger" title={title}>
      {detail}
    </Notice>
  );
}
