import { useRef, useState, type ReactNode } from 'react';
import type { Card } from '#domain/card.ts';
import { readCardNumber, readCvv } from '#laso/read-card-secrets.ts';
import { useLaso } from '#session/laso-context.ts';
import { usePreferences } from '#storage/preferences.ts';
import { Button } from '#ui/button.tsx';
import { CardObject } from '#ui/card-object.tsx';
import { classNames } from '#ui/class-names.ts';
import { MaskedValue } from '#ui/masked-value.tsx';
import { RevealCountdown } from '#ui/reveal-countdown.tsx';
import { useRevealed } from '#ui/use-revealed.ts';
import { CardStatusMark } from '../card-status.tsx';
import { cardTypeName, hasDetails, noBalanceReason } from '../card-words.ts';
import { CopySecret } from './copy-secret.tsx';
import type { RevealAction } from './reveal-log.ts';
import { SecretProblem } from './secret-problem.tsx';
import { useCardLabel } from '../use-card-label.ts';
import { useRevealLog } from './use-reveal-log.ts';

/** The card as an object, with its number, expiry and CVV masked until asked for; copying works without revealing (product.md §3). */
export function CardSecrets({ card }: { card: Card }) {
  const { client, account } = useLaso();
  const label = useCardLabel(card);
  const log = useRevealLog(card.id);
  const hideOnBlur = usePreferences((preferences) => preferences.hideOnBlur);
  const number = useRevealed((signal) => readCardNumber(client, account, card.id, signal), { hideOnBlur });
  const cvv = useRevealed((signal) => readCvv(client, account, card.id, signal), { hideOnBlur });
  const firstButton = useRef<HTMLButtonElement>(null);
  const [copyError, setCopyError] = useState<unknown>(null);
  const hideAtMs = Math.max(number.shown?.hideAtMs ?? 0, cvv.shown?.hideAtMs ?? 0);

  const reveal = async (what: { reveal: () => Promise<boolean> }, action: RevealAction) => {
    setCopyError(null);
    if (await what.reveal()) await log(action);
  };
  const hide = () => {
    firstButton.current?.focus();
    number.hide();
    cvv.hide();
  };
  const onCopy = (action: RevealAction) => (error: unknown) => {
    setCopyError(error);
    if (error === null) void log(action);
  };

  return (
    <div className="flex max-w-100 flex-col gap-4">
      <CardObject
        product={card.type === 'intl' ? 'intl' : 'us'}
        name={label ?? cardTypeName(card)}
        status={<CardStatusMark card={card} />}
        number={
          hasDetails(card) ? (
            <MaskedValue
              label="Card number"
              masked={`•••• •••• •••• ${card.last4 ?? ''}`}
              maskedSpoken={`hidden, ends in ${card.last4 ?? ''}`}
              value={number.shown ? inGroups(number.shown.values.number.reveal()) : null}
            />
          ) : (
            <span className="text-sm text-card-muted">No number yet</span>
          )
        }
        expiry={
          hasDetails(card) && (
            <MaskedValue
              label="Expires"
              masked="••/••"
              maskedSpoken="hidden"
              value={number.shown?.values.expiry.reveal() ?? null}
            />
          )
        }
        cvv={
          hasDetails(card) && (
            <MaskedValue
              label="CVV"
              masked="•••"
              maskedSpoken="hidden"
              value={cvv.shown?.values.reveal() ?? null}
            />
          )
        }
        countdown={hideAtMs > 0 && <RevealCountdown hideAtMs={hideAtMs} />}
        loadedCents={card.usdAmountCents}
        leftCents={card.availableCents}
        leftReason={noBalanceReason(card)}
      />
      {hasDetails(card) && (
        <div className="flex flex-col gap-2">
          <Actions>
            {/* They stay when their detail is in sight, so that the keyboard's place is not lost. */}
            <Button
              ref={firstButton}
              size="small"
              busy={number.pending}
              aria-disabled={number.shown !== null}
              onClick={() => void reveal(number, 'revealed-number')}
            >
              Reveal card number
            </Button>
            <Button
              size="small"
              busy={cvv.pending}
              aria-disabled={cvv.shown !== null}
              onClick={() => void reveal(cvv, 'revealed-cvv')}
            >
              Reveal CVV
            </Button>
            {(number.shown || cvv.shown) && (
              <Button size="small" onClick={hide}>
                Hide
              </Button>
            )}
          </Actions>
          <Actions className="max-sm:-ml-3">
            {/* On a phone the buttons' own signs say it. */}
            <span aria-hidden="true" className="text-sm text-muted max-sm:hidden">
              Copy
            </span>
            <CopySecret
              label="Copy card number"
              words="Card number"
              read={() => readCardNumber(client, account, card.id).then((details) => details.number)}
              onDone={onCopy('copied-number')}
            />
            <CopySecret
              label="Copy expiry"
              words="Expiry"
              read={() => readCardNumber(client, account, card.id).then((details) => details.expiry)}
              onDone={onCopy('copied-expiry')}
            />
            <CopySecret
              label="Copy CVV"
              words="CVV"
              read={() => readCvv(client, account, card.id)}
              onDone={onCopy('copied-cvv')}
            />
          </Actions>
        </div>
      )}
      <SecretProblem error={number.error ?? cvv.error ?? copyError} />
    </div>
  );
}

const Actions = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={classNames('flex flex-wrap items-center gap-2', className)}>{children}</div>
);

const inGroups = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');
