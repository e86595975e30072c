import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { MaskedValue } from '#ui/masked-value.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import './account-card.css';
import { statusWords } from './account-card-words.ts';

/** The card as an object: only what the status route tells. Number and CVV never are on it, they come as a picture. */
export function AccountCardObject({ card }: { card: AccountCard }) {
  const { word, tone } = statusWords(card.status);
  return (
    <div className="card-object card-account">
      <div className="card-face">
        <div className="flex items-start justify-between gap-3">
          <span className="truncate font-semibold">Account card</span>
          <span className="text-sm">
            <StatusMark tone={tone} live={card.status === 'PENDING'}>
              {word}
            </StatusMark>
          </span>
        </div>
        <span className="card-number">
          {card.last4 ? (
            <MaskedValue
              label="Card number"
              masked={`•••• •••• •••• ${card.last4}`}
              maskedSpoken={`hidden, ends in ${card.last4}`}
              value={null}
            />
          ) : (
            <span className="text-sm text-card-muted">No number yet</span>
          )}
        </span>
        <div className="flex items-end justify-between gap-4">
          <span className="truncate font-medium">{card.holder}</span>
          <span className="font-medium tabular-nums">{card.expiry}</span>
        </div>
      </div>
    </div>
  );
}
