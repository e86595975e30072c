/**
 * The signed message of a wire transaction: after a compact number of signatures (at most 127 here) of 64 bytes each
 * (https://solana.com/docs/core/transactions). Evidence needs no more of it, so it needs no wallet code. Throws when it is too short.
 */
export function messageOfWire(wire: Uint8Array): Uint8Array {
  const signatures = wire[0] ?? 0;
  const start = 1 + signatures * 64;
  if (signatures === 0 || signatures > 127 || wire.length <= start) throw new Error('no transaction');
  return wire.subarray(start);
}

export const bytesOfBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
