import { useCallback, useRef, useState } from 'react';
import type { Secret } from '#domain/secret.ts';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { freezeAccountCard } from '#laso/account-card/freeze-account-card.ts';
import { requestImage, type ImageOf } from '#laso/account-card/one-time-image.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { requestSetPinPage } from '#laso/account-card/set-pin-page.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { AccountCardObject } from './account-card-object.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { OneTimePicture } from './one-time-picture.tsx';
import { Problem } from './problem.tsx';
import { leaveIfRefused } from './programme-access.ts';
import { SetPinDialog } from './set-pin-dialog.tsx';
import { useAction } from './use-action.ts';
import { useOneTimeImage, type OneTimeImage } from './use-one-time-image.ts';

interface CardActionsProps {
  client: AccountCardClient;
  card: AccountCard;
  /** Something was changed: the card is to be read again. */
  onChanged: () => Promise<void>;
}

/** The card as an object, its number and PIN as pictures that work once, and what can be done with it. */
export function CardActions({ client, card, onChanged }: CardActionsProps) {
  const image = (of: ImageOf) => (signal: AbortSignal) =>
    requestImage(client, of, signal).catch((error: unknown) => {
      leaveIfRefused(client, error);
      throw error;
    });
  // One for all of them: what was asked for last is what is told.
  const [problem, setProblem] = useState<unknown>(null);
  const details = useOneTimeImage(image('details'), setProblem);
  const pin = useOneTimeImage(image('pin'), setProblem);
  const [asking, setAsking] = useState<'freeze' | 'unfreeze' | null>(null);
  const [pinPage, setPinPage] = useState<Secret | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const action = useAction(client, setProblem);
  const detailsButton = useRef<HTMLButtonElement>(null);
  const pinButton = useRef<HTMLButtonElement>(null);
  const active = card.status === 'ACTIVE';
  const frozen = card.status === 'FROZEN';

  // The keyboard's place is not lost with the button.
  const hide = (picture: OneTimeImage, button: HTMLButtonElement | null) => {
    button?.focus();
    picture.hide();
  };
  const freeze = (to: boolean) => {
    setAsking(null);
    setSaid(null);
    void action.run('freeze', async () => {
      try {
        await freezeAccountCard(client, to);
      } finally {
        // Also after a refusal or silence: the card itself says what it is now.
        await onChanged();
      }
    });
  };
  const openPinPage = () => {
    setSaid(null);
    void action.run('set-pin', async () => setPinPage(await requestSetPinPage(client)));
  };
  const onPinDone = useCallback(() => {
    setPinPage(null);
    setSaid(
      'The program’s page is closed. If it said that your PIN is set, the new one is valid now: use “Show PIN” to see it.',
    );
  }, []);

  return (
    <div className="flex max-w-100 flex-col gap-4">
      {details.shown ? (
        <OneTimePicture of="details" image={details} onHide={() => hide(details, detailsButton.current)} />
      ) : (
        <AccountCardObject card={card} />
      )}
      <OneTimePicture of="pin" image={pin} onHide={() => hide(pin, pinButton.current)} />
      {(active || frozen) && (
        <div className="flex flex-wrap gap-2">
          <Button ref={detailsButton} size="small" busy={details.pending} onClick={() => void details.show()}>
            Show details
          </Button>
          <Button ref={pinButton} size="small" busy={pin.pending} onClick={() => void pin.show()}>
            Show PIN
          </Button>
          {active && (
            <Button size="small" busy={action.busy === 'set-pin'} onClick={openPinPage}>
              Set PIN
            </Button>
          )}
          <Button
            size="small"
            busy={action.busy === 'freeze'}
            onClick={() => setAsking(active ? 'freeze' : 'unfreeze')}
          >
            {active ? 'Freeze' : 'Unfreeze'}
          </Button>
        </div>
      )}
      <Problem error={problem} />
      {said && <Notice tone="info">{said}</Notice>}
      {asking && (
        <FreezeDialog
          frozen={asking === 'freeze'}
          onConfirm={() => freeze(asking === 'freeze')}
          onCancel={() => setAsking(null)}
        />
      )}
      {pinPage && <SetPinDialog address={pinPage} onDone={onPinDone} onClose={() => setPinPage(null)} />}
    </div>
  );
}
