import type { ReactNode } from 'react';
import { redemptionLink, type UnsafeReason } from '#domain/redemption-link.ts';
import type { Secret } from '#domain/secret.ts';
import { buttonClass } from './button-class.ts';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type RedemptionUrlProps = {
  url: Secret;
  /** The configuration's `redemptionHosts`. */
  hosts: readonly string[];
  supportEmail: string;
  /** The link's words: "Complete the transfer". */
  children: ReactNode;
};

const REASONS: Record<UnsafeReason, string> = {
  'no-address': 'What Laso sent is not a web address.',
  'not-https': 'This address does not begin with https, so opening it is not safe.',
  'user-info': 'This address names one place in front of an “@” and leads to another behind it.',
  disguised: 'This address is written so that it does not lead where it seems to.',
  'look-alike': 'This address looks like one Laso uses, and is not.',
};

/**
 * A redemption URL, as far as it may be opened (product.md §7). Draw it only after its owner asked for it:
 * the URL alone is enough to take the money.
 */
export function RedemptionUrl({ url, hosts, supportEmail, children }: RedemptionUrlProps) {
  const link = redemptionLink(url.reveal(), hosts);
  const support = (
    <a className="link" href={`mailto:${supportEmail}`}>
      {supportEmail}
    </a>
  );
  if (link.kind === 'link')
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a
          href={link.href}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          className={buttonClass('primary', 'regular')}
        >
          {children}
          <span aria-hidden="true">↗</span>
          <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
        </a>
        <span className="text-muted">
          Opens <strong className="text-ink">{link.host}</strong> in a new tab.
        </span>
      </p>
    );
  if (link.kind === 'unlisted')
    return (
      <Notice
        tone="caution"
        title="This address is not one this dashboard knows"
        actions={<CopyButton label="Copy the address" getText={() => link.text} variant="secondary" />}
      >
        <p translate="no" className="font-mono text-mono break-all">
          <bdi>
            {link.before}
            <strong>{link.host}</strong>
            {link.after}
          </bdi>
        </p>
        <p>
          Open it only if you know <strong>{link.host}</strong>, or ask {support} first. Whoever has this
          address has the money.
        </p>
      </Notice>
    );
  return (
    <Notice tone="caution" title="Do not open this address">
      <p>{REASONS[link.reason]}</p>
      <p translate="no" className="font-mono text-mono break-all whitespace-pre-wrap">
        <bdi>{link.text}</bdi>
      </p>
      <p>Your payment is not lost. Ask {support} for the right address, with the time and the amount.</p>
    </Notice>
  );
}
