import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { Address } from './address.tsx';
import { MaskedValue } from './masked-value.tsx';
import { Money } from './money.tsx';
import { RedemptionUrl } from './redemption-url.tsx';
import { UsdcAmount } from './usdc-amount.tsx';

test('F4: amounts, addresses and secrets are not for translators: they neither change them nor send them away', () => {
  render(
    <>
      <Money cents={123_450} />
      <UsdcAmount atomic={50_000_000n} />
      <Address value="0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc" full />
      <MaskedValue label="PIN" masked="••••" maskedSpoken="hidden" value="1234" />
      <RedemptionUrl url={Secret.of('https://other.example/CODE-1')} hosts={[]} supportEmail="a@b.example">
        Redeem
      </RedemptionUrl>
      <RedemptionUrl url={Secret.of('http://x.example/CODE-2')} hosts={[]} supportEmail="a@b.example">
        Redeem
      </RedemptionUrl>
    </>,
  );
  for (const words of ['$1,234', '50.00', /^0x9965/, '1234', /CODE-1/, /CODE-2/])
    expect(screen.getByText(words).closest('[translate="no"]'), String(words)).not.toBeNull();
});
