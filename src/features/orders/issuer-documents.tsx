import { useConfig } from '#config/config-context.ts';
import { apiOriginsOf } from '#config/api-origins.ts';
import { ExternalLink } from '#ui/external-link.tsx';

/**
 * What the issuer of international cards publishes on Laso's own site (laso-api.md §3.2). Ordering accepts it, so it stands before Review.
 */
export function IssuerDocuments() {
  const origin = apiOriginsOf(useConfig())[0] ?? '';
  const link = (file: string, name: string) => (
    <ExternalLink href={`${origin}/${file}.pdf`}>{name}</ExternalLink>
  );
  return (
    <p>
      Placing the order accepts three documents of the card’s issuer on behalf of the cardholder: the{' '}
      {link('intl-card-cardholder-agreement', 'cardholder agreement')}, the{' '}
      {link('intl-card-e-communications-disclosure', 'disclosure on electronic communications')} and the{' '}
      {link('intl-card-privacy-notice', 'privacy notice')}.
    </p>
  );
}
