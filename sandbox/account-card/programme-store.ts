import { randomInt, randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import { seedUsers, type ProgrammeCard, type ProgrammeUser, type UserName } from './programme-users.ts';

/** Images and pages expire after this (the issuer's reference: "~10 minutes"). */
export const TOKEN_LIFE_MS = 10 * 60_000;
const PROVISIONING_MS = 3_000;

export type TokenKind = 'details' | 'pin' | 'set-pin';

interface OneTimeToken {
  readonly kind: TokenKind;
  readonly user: ProgrammeUser;
  readonly css: Readonly<Record<string, string>>;
  readonly diesAt: number;
}

/** A refusal that the next request gets instead of its answer. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 422 | 498 | 499 | 500;
  readonly message: string;
}

/** What the second issuer remembers. */
export class ProgrammeStore {
  readonly clock: SandboxClock;
  users: Record<UserName, ProgrammeUser> = seedUsers();
  /**
   * How long an order takes, and how long the status route does
   * not know the order. Milliseconds of the sandbox's clock.
   */
  provisioningMs = PROVISIONING_MS;
  invisibleMs = 0;
  /** The accepted orders of all users. */
  orders = 0;
  readonly #tokens = new Map<string, OneTimeToken>();
  readonly #refusals: (Refusal & { path: string })[] = [];

  constructor(clock: SandboxClock) {
    this.clock = clock;
  }

  clear(): void {
    this.users = seedUsers();
    this.provisioningMs = PROVISIONING_MS;
    this.invisibleMs = 0;
    this.orders = 0;
    this.#tokens.clear();
    this.#refusals.length = 0;
  }

  userOf(accessToken: string): ProgrammeUser | null {
    return Object.values(this.users).find((user) => user.accessToken === accessToken) ?? null;
  }

  order(user: ProgrammeUser): void {
    const now = this.clock.now();
    this.orders += 1;
    user.card = {
      id: String(randomInt(1_000_000, 99_999_999)).padStart(18, '0'),
      holderName: `${user.profile['firstName']} ${user.profile['lastName']}`.toUpperCase(),
      number: withCheckDigit(`453201${String(randomInt(0, 1_000_000_000)).padStart(9, '0')}`),
      cvv: String(randomInt(0, 1_000)).padStart(3, '0'),
      expiryDate: `${new Date(now).getUTCFullYear() + 3}/11`,
      orderedAt: now,
      visibleAt: now + this.invisibleMs,
      activeAt: now + this.provisioningMs,
      held: null,
      pin: String(randomInt(0, 10_000)).padStart(4, '0'),
    };
  }

  /** The user's card as the program's routes see it. */
  cardOf(user: ProgrammeUser): ProgrammeCard | null {
    return user.card && this.clock.now() >= user.card.visibleAt ? user.card : null;
  }

  statusOf(card: ProgrammeCard): string {
    return card.held ?? (this.clock.now() >= card.activeAt ? 'ACTIVE' : 'PENDING');
  }

  issueToken(kind: TokenKind, user: ProgrammeUser, css: Record<string, string> = {}): string {
    const token = randomUUID();
    this.#tokens.set(token, { kind, user, css, diesAt: this.clock.now() + TOKEN_LIFE_MS });
    return token;
  }

  /** What a token is for while it lives; `use` ends it. */
  token(text: string, kind: TokenKind, use: boolean): OneTimeToken | null {
    const found = this.#tokens.get(text);
    if (!found || found.kind !== kind) return null;
    if (use) this.#tokens.delete(text);
    return this.clock.now() < found.diesAt ? found : null;
  }

  /** The next request to this path ("/v1/card/freeze") gets this refusal. */
  refuseNext(path: string, refusal: Refusal): void {
    this.#refusals.push({ ...refusal, path });
  }

  takeRefusal(path: string): Refusal | null {
    const index = this.#refusals.findIndex((refusal) => refusal.path === path);
    return index < 0 ? null : (this.#refusals.splice(index, 1)[0] ?? null);
  }
}

/** Luhn: fifteen digits become sixteen. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
