import { create } from 'zustand';
import { Secret } from '#domain/secret.ts';
import {
  createAccountCardClient,
  type AccountCardClient,
  type AccountCardConfig,
} from '#laso/account-card/account-card-client.ts';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';

/** An order of which no card is to be seen yet. `unsure`: it was sent, here or in another tab, and nobody knows whether it was taken. */
export type OpenOrder = 'taken' | 'unsure';

interface ProgrammeAccess {
  client: AccountCardClient | null;
  /** Why the last access token is not used any more. */
  refusal: AccountCardError | null;
  /** Outlives leaving the page, as the token does. */
  order: OpenOrder | null;
  /** Since when a card is being waited for, by this device's clock alone; null when none is. */
  waitingSinceMs: number | null;
}

const NOBODY: ProgrammeAccess = { client: null, refusal: null, order: null, waitingSinceMs: null };

/** The programme's access token, inside a client: in this page's memory and nowhere else, so a reload forgets it (product.md §11). */
export const useProgrammeAccess = create<ProgrammeAccess>()(() => NOBODY);

export function enterProgramme(config: AccountCardConfig, accessToken: string): void {
  const client = createAccountCardClient({ config, bearer: Secret.of(accessToken) });
  useProgrammeAccess.setState({ ...NOBODY, client });
}

/** Forgets the token: asked to, or with a sign-out. */
export function leaveProgramme(): void {
  useProgrammeAccess.setState(NOBODY);
}

/** A token that the programme refuses (401) is forgotten, and the page says why. True when the error was that. */
export function leaveIfRefused(client: AccountCardClient, error: unknown): boolean {
  if (!(error instanceof AccountCardError) || error.kind !== 'unauthorized') return false;
  // A late answer to an earlier token says nothing about the present one.
  if (useProgrammeAccess.getState().client === client)
    useProgrammeAccess.setState({ ...NOBODY, refusal: error });
  return true;
}

/** An order was placed, or (null) is to be placed anew. */
export function noteOrder(client: AccountCardClient, order: OpenOrder | null, sinceMs: number): void {
  if (useProgrammeAccess.getState().client === client)
    useProgrammeAccess.setState({ order, waitingSinceMs: order && sinceMs });
}

/** What was read last. With a card in sight no order is open any more; while there is none, or it is being made, the time runs on. */
export function noteCard(client: AccountCardClient, card: AccountCard | null): void {
  const before = useProgrammeAccess.getState();
  if (before.client !== client) return;
  const waiting = card ? card.status === 'PENDING' : before.order !== null;
  useProgrammeAccess.setState({
    order: card ? null : before.order,
    waitingSinceMs: waiting ? (before.waitingSinceMs ?? Date.now()) : null,
  });
}

// What goes into a header: visible ASCII.
const HEADER_SAFE = /^[\x21-\x7e]{1,8192}$/;

/** What somebody pasted as a token, without "Bearer" and spaces; null when it cannot be one. */
export function readAccessToken(text: string): string | null {
  const token = text.trim().replace(/^bearer\s+/i, '');
  return HEADER_SAFE.test(token) ? token : null;
}
