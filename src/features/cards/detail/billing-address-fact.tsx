import type { BillingAddress } from '#domain/card.ts';
import { CopyButton } from '#ui/copy-button.tsx';

/** The address a merchant asks for, in lines, and whether it has to be exactly this one. */
export function BillingAddressFact({ address }: { address: BillingAddress }) {
  const lines = addressLines(address);
  if (lines.length === 0) return 'Not given';
  return (
    <span className="flex flex-col items-end gap-1">
      <span className="flex items-start gap-1 text-left">
        <span>
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </span>
        <CopyButton
          label="Copy billing address"
          getText={() => lines.join('\n')}
          iconOnly
          className="-my-1.5"
        />
      </span>
      {address.note && (
        <span className="max-w-52 text-sm text-balance text-muted sm:max-w-80">{address.note}</span>
      )}
      {!address.note && address.required && (
        <span className="max-w-52 text-sm text-balance text-muted sm:max-w-80">
          Enter exactly this address: merchants check it.
        </span>
      )}
    </span>
  );
}

/** As it is written on an envelope; what is missing is left out. */
function addressLines(address: BillingAddress): string[] {
  const region = [address.state, address.zip].filter(Boolean).join(' ');
  return [
    address.name,
    address.line1,
    address.line2,
    [address.city, region].filter(Boolean).join(', '),
    address.country,
  ].filter((line): line is string => Boolean(line));
}
