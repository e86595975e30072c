import { lazy, Suspense, useEffect } from 'react';
import { useAskToClear } from '#features/cards/clipboard-question.ts';
import { notLoaded } from '#ui/not-loaded.tsx';

const load = () => import('#features/cards/clipboard-notice.tsx');
const ClipboardNotice = lazy(() => load().then((module) => ({ default: module.ClipboardNotice }), notLoaded));

/** Asks on whatever page the person has gone to. The question is fetched with the copy: it may have to be asked without a network. */
export function ClipboardDoor() {
  const { copied, askToClear } = useAskToClear();
  useEffect(() => {
    if (copied) load().catch(() => undefined);
  }, [copied]);
  return (
    askToClear && (
      <Suspense>
        <ClipboardNotice />
      </Suspense>
    )
  );
}
