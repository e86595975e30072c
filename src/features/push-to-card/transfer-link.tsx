import { useConfig } from '#config/config-context.ts';
import type { Secret } from '#domain/secret.ts';
import { RedemptionUrl } from '#ui/redemption-url.tsx';

/** The way to a transfer's form, as far as its address may be opened. */
export function TransferLink({ url }: { url: Secret }) {
  const { redemptionHosts, supportEmail } = useConfig();
  return (
    <RedemptionUrl url={url} hosts={redemptionHosts} supportEmail={supportEmail}>
      Complete the transfer
    </RedemptionUrl>
  );
}
