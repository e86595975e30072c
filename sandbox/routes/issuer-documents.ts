import type { SandboxApp, SandboxContext } from '../context.ts';

const NAMES = ['cardholder-agreement', 'e-communications-disclosure', 'privacy-notice'];

/**
 * Where Laso serves the three documents of the international card's issuer (laso-api.md §3.2): each is one
 * line here that says what it stands for.
 */
export function mountIssuerDocuments(app: SandboxApp, _context: SandboxContext): void {
  for (const name of NAMES)
    app.get(`/intl-card-${name}.pdf`, (c) => c.text(`The sandbox has no document of an issuer: ${name}.`));
}
