/**
 * What a record holds under a key that came from outside (an account, a card's id, a word of the API).
 * `record[key]` also finds what every object has: "constructor", "toString", "__proto__".
 */
export const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;
