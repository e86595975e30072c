import type { ReactNode } from 'react';
import type { Card } from '#domain/card.ts';
import { explainError } from '#laso/explain-error.ts';
import { readCardNumber, readCvv } from '#laso/get-card-data.ts';
import { useLaso } from '#laso/laso-context.ts';
import { Button } from '#ui/button.tsx';
import { CardObject } from '#ui/card-object.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { CountdownRing } from '#ui/countdown-ring.tsx';
import { MaskedValue } from '#ui/masked-value.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { CardStatusMark } from './card-status.tsx';
import { cardTypeName, noBalanceReason } from './card-words.ts';
import { logReveal } from './reveal-log.ts';
import { REVEAL_MS, useReveal } from './use-reveal.ts';
import { useClipboardGuard } from './use-clipboard-guard.ts';

/** Whether Laso hands out this card's number: it does once the card is issued, and international ones also when spent. */
export const hasDetails = (card: Card): boolean => card.last4 !== null;

/** The card as an object, with its number, expiry and CVV masked until asked for; copying works without revealing (product.md §3). */
export function CardSecrets({ card }: { card: Card }) {
  const { client, account } = useLaso();
  const now = useNow(1_000);
  const number = useReveal((signal) => readCardNumber(client, account, card.id, signal));
  const cvv = useReveal(async (signal) => ({ cvv: await readCvv(client, account, card.id, signal) }));
  const clipboard = useClipboardGuard();
  const hideAtMs = Math.max(number.shown?.hideAtMs ?? 0, cvv.shown?.hideAtMs ?? 0);
  const secondsLeft = Math.max(0, Math.ceil((hideAtMs - now) / 1000));
  const error: unknown = number.error ?? cvv.error;

  const revealNumber = () => number.reveal().then(() => logReveal(account, card.id, 'revealed-number'));
  const revealCvv = () => cvv.reveal().then(() => logReveal(account, card.id, 'revealed-cvv'));
  const hide = () => {
    number.hide();
    cvv.hide();
  };
  const copy = async (what: 'number' | 'expiry' | 'cvv'): Promise<string> => {
    const secret =
      what === 'cvv'
        ? await readCvv(client, account, card.id)
        : (await readCardNumber(client, account, card.id))[what];
    clipboard.onCopied(secret);
    void logReveal(account, card.id, `copied-${what}`);
    return secret.reveal();
  };

  return (
    <div className="flex max-w-100 flex-col gap-4">
      <CardObject
        product={card.type === 'intl' ? 'intl' : 'us'}
        name={card.label ?? cardTypeName(card)}
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
              value={cvv.shown?.values.cvv.reveal() ?? null}
            />
          )
        }
        countdown={
          secondsLeft > 0 && (
            <CountdownRing secondsLeft={secondsLeft} totalSeconds={REVEAL_MS / 1000} label="Hides in" />
          )
        }
        loadedCents={card.usdAmountCents}
        leftCents={card.availableCents}
        leftReason={noBalanceReason(card)}
      />
      {hasDetails(card) && (
        <div className="flex flex-col gap-2">
          <Actions>
            {!number.shown && (
              <Button size="small" busy={number.pending} onClick={() => void revealNumber()}>
                Reveal card number
              </Button>
            )}
            {!cvv.shown && (
              <Button size="small" busy={cvv.pending} onClick={() => void revealCvv()}>
                Reveal CVV
              </Button>
            )}
            {(number.shown || cvv.shown) && (
              <Button size="small" onClick={hide}>
                Hide
              </Button>
            )}
          </Actions>
          <Actions>
            <CopyButton label="Copy card number" getText={() => copy('number')}>
              Copy number
            </CopyButton>
            <CopyButton label="Copy expiry" getText={() => copy('expiry')} />
            <CopyButton label="Copy CVV" getText={() => copy('cvv')} />
          </Actions>
        </div>
      )}
      {error !== null && (
        <Notice tone="danger" title={explainError(error).title}>
          {explainError(error).detail}
        </Notice>
      )}
      {clipboard.askToClear && (
        <Notice
          tone="caution"
          title="A card detail may still be on the clipboard."
          actions={
            <Button size="small" onClick={() => void clipboard.clear()}>
              Clear clipboard
            </Button>
          }
        />
      )}
    </div>
  );
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-2">{children}</div>
);

const inGroups = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');
