import { useEffect, useEffectEvent, useRef } from 'react';
import type { Secret } from '#domain/secret.ts';
import { Dialog } from '#ui/dialog.tsx';
import { oncePast } from '#ui/once-past.ts';
import './account-card.css';
import { isGoodbye } from './hosted-page-message.ts';
import { forgetLoads } from './use-one-time-image.ts';

/** About as long as the issuer's addresses are good for (laso-api.md §9): nobody finds the page open after a sleep. */
const OPEN_MS = 10 * 60_000;

interface SetPinDialogProps {
  /** Of the issuer's page, on an allowed host. */
  address: Secret;
  /** The page says that it is done or dismissed. */
  onDone: () => void;
  onClose: () => void;
}

/** The issuer's own page in a sandboxed frame: the PIN is typed there and never passes through this page. */
export function SetPinDialog({ address, onDone, onClose }: SetPinDialogProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const closeLate = useEffectEvent(onClose);
  useEffect(() => oncePast(Date.now() + OPEN_MS, closeLate), []);
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.current?.contentWindow) return;
      if (event.origin === new URL(address.reveal()).origin && isGoodbye(event.data)) onDone();
    };
    addEventListener('message', onMessage);
    return () => {
      removeEventListener('message', onMessage);
      forgetLoads();
    };
  }, [address, onDone]);
  return (
    <Dialog open onClose={onClose} title="Set your PIN">
      <p className="text-sm text-muted">
        This is the card program’s own page, at {new URL(address.reveal()).host}. What you type goes there;
        this dashboard does not see it.
      </p>
      <iframe
        ref={frame}
        // Never our own origin (allowed-address.ts), so it cannot take its sandbox off; its own is what its messages are checked by.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-forms allow-same-origin"
        referrerPolicy="no-referrer"
        title="Set PIN, the card program’s page"
        src={address.reveal()}
        className="pin-page"
        onLoad={forgetLoads}
      />
    </Dialog>
  );
}
