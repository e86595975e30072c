import type { AccountId } from '../account.ts';
import type { AlertKind } from './alert-rules.ts';

/** One thing that a rule found. Never a card number, a code or a link worth money. */
export interface Alert {
  /** The same for the same finding on every read and in every tab. */
  id: string;
  kind: AlertKind;
  accountId: AccountId;
  /** A sentence for a person, with its figures. */
  sentence: string;
  /** When it happened where Laso tells, else when it was found; ms. */
  atMs: number;
  /** The card it is about; where there is none, the kind says which page has the evidence. */
  cardId: string | null;
}
