/** The users of the sandbox's program. A person would get the access token from the program's own app. */
export interface ProgrammeUser {
  readonly accessToken: string;
  readonly id: string;
  /** What `/v1/user/profile` answers: all of it is private, and the dashboard must keep none of it. */
  readonly profile: Readonly<Record<string, string | null>>;
  verification: 'UNVERIFIED' | 'PENDING' | 'VERIFIED' | 'REJECTED';
  /** The token is good, but the user may do nothing (403). */
  suspended: boolean;
  card: ProgrammeCard | null;
}

export interface ProgrammeCard {
  readonly id: string;
  readonly holderName: string;
  readonly number: string;
  readonly cvv: string;
  /** "2029/11" */
  readonly expiryDate: string;
  readonly orderedAt: number;
  /** Until then the status route does not know the card, like a back end that needs a moment. */
  visibleAt: number;
  /** PENDING until then. */
  activeAt: number;
  /** null: PENDING, then ACTIVE. FROZEN, BLOCKED, or any other word, to see how a page handles it. */
  held: string | null;
  pin: string;
}

export const ACCESS_TOKENS = {
  verified: 'sandbox-card-token-verified',
  unverified: 'sandbox-card-token-unverified',
  pending: 'sandbox-card-token-pending',
  rejected: 'sandbox-card-token-rejected',
} as const;
export type UserName = keyof typeof ACCESS_TOKENS;

const VERIFICATION: Record<UserName, ProgrammeUser['verification']> = {
  verified: 'VERIFIED',
  unverified: 'UNVERIFIED',
  pending: 'PENDING',
  rejected: 'REJECTED',
};

const FIRST_NAMES: Record<UserName, string> = {
  verified: 'Vera',
  unverified: 'Una',
  pending: 'Petra',
  rejected: 'Renate',
};

export function seedUsers(): Record<UserName, ProgrammeUser> {
  return {
    verified: userOf('verified'),
    unverified: userOf('unverified'),
    pending: userOf('pending'),
    rejected: userOf('rejected'),
  };
}

function userOf(name: UserName): ProgrammeUser {
  const firstName = FIRST_NAMES[name];
  return {
    accessToken: ACCESS_TOKENS[name],
    id: `7f0c6b1e-0000-4000-8000-${name.padEnd(12, '0').slice(0, 12)}`,
    profile: {
      firstName,
      lastName: 'Sandmann',
      dateOfBirth: '1988-02-29',
      email: `${firstName.toLowerCase()}@sandbox.example`,
      phoneNumber: '2025550143',
      phoneCountryCode: '+1',
      addressLine1: '17 Marzipan Row',
      city: 'Sandusky',
      zip: '44870',
      usState: 'OH',
      ssn: '078-05-1120',
    },
    verification: VERIFICATION[name],
    suspended: false,
    card: null,
  };
}
