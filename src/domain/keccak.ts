const MASK = (1n << 64n) - 1n;
const RATE = 136;

/** FIPS 202, algorithm 5: bit by bit, as it is only ever run on an address. */
const ROUND_CONSTANTS = roundConstants();
const ROTATIONS = rotations();

const rotate = (lane: bigint, by: number): bigint =>
  by === 0 ? lane : ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & MASK;

/**
 * Keccak-256 as Ethereum uses it (before SHA-3's padding changed), in hex. For a few bytes: it is short, not
 * fast.
 */
export function keccak256(bytes: Uint8Array): string {
  const padded = new Uint8Array((Math.floor(bytes.length / RATE) + 1) * RATE);
  padded.set(bytes);
  padded[bytes.length] = 1;
  padded[padded.length - 1] = (padded.at(-1) ?? 0) | 0x80;
  const view = new DataView(padded.buffer);
  let state: bigint[] = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < padded.length; block += RATE) {
    state = state.map((lane, at) => (at < RATE / 8 ? lane ^ view.getBigUint64(block + at * 8, true) : lane));
    for (const constant of ROUND_CONSTANTS) state = round(state, constant);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.slice(0, 4).forEach((lane, at) => digest.setBigUint64(at * 8, lane, true));
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** θ, ρ, π, χ, ι; lane (x, y) is at x + 5y. */
function round(state: readonly bigint[], constant: bigint): bigint[] {
  const lane = (x: number, y: number): bigint => state[(x % 5) + 5 * (y % 5)] ?? 0n;
  const column = (x: number): bigint => [0, 1, 2, 3, 4].reduce((sum, y) => sum ^ lane(x, y), 0n);
  const moved: bigint[] = [];
  for (let x = 0; x < 5; x += 1)
    for (let y = 0; y < 5; y += 1) {
      const mixed = lane(x, y) ^ column(x + 4) ^ rotate(column(x + 1), 1);
      moved[y + 5 * ((2 * x + 3 * y) % 5)] = rotate(mixed, ROTATIONS[x + 5 * y] ?? 0);
    }
  const at = (x: number, y: number): bigint => moved[(x % 5) + 5 * y] ?? 0n;
  return moved.map((value, index) => {
    const [x, y] = [index % 5, Math.floor(index / 5)];
    const chosen = value ^ (~at(x + 1, y) & MASK & at(x + 2, y));
    return index === 0 ? chosen ^ constant : chosen;
  });
}

function roundConstants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) constant |= 1n << BigInt(2 ** bit - 1);
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
    return constant;
  });
}

function rotations(): number[] {
  const offsets: number[] = Array.from({ length: 25 }, () => 0);
  let [x, y] = [1, 0];
  for (let step = 0; step < 24; step += 1) {
    offsets[x + 5 * y] = (((step + 1) * (step + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return offsets;
}
