import { create } from 'zustand';
import { Secret } from '#domain/secret.ts';
import {
  createAccountCardClient,
  type AccountCardClient,
  type AccountCardConfig,
} from '#laso/account-card/account-card-client.ts';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';

interface ProgrammeAccess {
  client: AccountCardClient | null;
  /** Why the last access token is not used any more. */
  refusal: AccountCardError | null;
}

/** The programme's access token, inside a client: in this page's memory and nowhere else, so a reload forgets it (product.md §11). */
export const useProgrammeAccess = create<ProgrammeAccess>()(() => ({ client: null, refusal: null }));

export function enterProgramme(config: AccountCardConfig, accessToken: string): void {
  const client = createAccountCardClient({ config, bearer: Secret.of(accessToken) });
  useProgrammeAccess.setState({ client, refusal: null });
}

/** Forgets the token: asked to, or with a sign-out. */
export function leaveProgramme(): void {
  useProgrammeAccess.setState({ client: null, refusal: null });
}

/** A token that the programme refuses (401) is forgotten, and the page says why. True when the error was that. */
export function leaveIfRefused(client: AccountCardClient, error: unknown): boolean {
  if (!(error instanceof AccountCardError) || error.kind !== 'unauthorized') return false;
  // A late answer to an earlier token says nothing about the present one.
  if (useProgrammeAccess.getState().client === client)
    useProgrammeAccess.setState({ client: null, refusal: error });
  return true;
}

// What goes into a header: visible ASCII.
const HEADER_SAFE = /^[\x21-\x7e]{1,8192}$/;

/** What somebody pasted as a token, without "Bearer" and spaces; null when it cannot be one. */
export function readAccessToken(text: string): string | null {
  const token = text.trim().replace(/^bearer\s+/i, '');
  return HEADER_SAFE.test(token) ? token : null;
}
