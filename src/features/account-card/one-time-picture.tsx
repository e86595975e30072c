import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import type { ImageOf } from '#laso/account-card/one-time-image.ts';
import { Button } from '#ui/button.tsx';
import { RevealCountdown } from '#ui/reveal-countdown.tsx';
import './account-card.css';
import { forgetLoads, type OneTimeImage } from './use-one-time-image.ts';

const ALT: Record<ImageOf, string> = {
  details: 'Card number, expiry and CVV, as a picture from the card program',
  pin: 'PIN, as a picture from the card program',
};

interface OneTimePictureProps {
  of: ImageOf;
  image: OneTimeImage;
  /** The person asked for it. */
  onHide: () => void;
}

/** The picture while it may be seen: its address is in the page only while this is. */
export function OneTimePicture({ of, image, onHide }: OneTimePictureProps) {
  const { shown } = image;
  if (!shown) return null;
  return (
    <div className="flex flex-col gap-2">
      <img
        // Before `src`: the request starts with it.
        referrerPolicy="no-referrer"
        src={shown.values.reveal()}
        alt={ALT[of]}
        draggable={false}
        className="one-time-image"
        onLoad={forgetLoads}
        onError={() => image.failed(new AccountCardError('image-gone', 'An image did not load'))}
      />
      <div className="flex items-center justify-between gap-3">
        <span className="text-sm text-muted">Shown once. To see it again, ask for a new one.</span>
        <span className="flex items-center gap-3">
          <RevealCountdown hideAtMs={shown.hideAtMs} />
          <Button size="small" onClick={onHide}>
            Hide
          </Button>
        </span>
      </div>
    </div>
  );
}
