import { useEffect } from 'react';
import { useAskToClear } from '#features/cards/reveal/clipboard-question.ts';
import { lazyPart } from '#ui/lazy-part.tsx';

const load = () => import('#features/cards/reveal/clipboard-notice.tsx');
const ClipboardNotice = lazyPart('The question whether to clear the clipboard', () =>
  load().then((module) => module.ClipboardNotice),
);

/** Asks on whatever page the person has gone to. The question is fetched with the copy: it may have to be asked without a network. */
export function LazyClipboardNotice() {
  const { copied, askToClear } = useAskToClear();
  useEffect(() => {
    if (copied) load().catch(() => undefined);
  }, [copied]);
  return askToClear && <ClipboardNotice />;
}
