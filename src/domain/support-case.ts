/**
 * What Laso's support needs to find something: what and how much, its ids and times. Nothing in it is secret.
 */
export interface SupportCase {
  /** What it is, how much, and what is wrong with it. */
  title: string;
  facts: readonly (readonly [term: string, value: string])[];
}

/** To be copied into a message to support; `userId` as Laso writes it. */
export const supportLines = ({ title, facts }: SupportCase, userId: string): string[] => [
  title,
  `User id: ${userId}`,
  ...facts.map(([term, value]) => `${term}: ${value}`),
];
