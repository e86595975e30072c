/** EIP-1193's "the person rejected the request". Solana wallets use it too. */
const REJECTED = 4001;
/** ethers' word, which many wallets pass on. */
const REJECTED_WORDS = new Set(['ACTION_REJECTED', 'USER_REJECTED', 'USER_REJECTED_REQUEST']);

/** How wallets say it in a sentence where their code says something else ("internal error") or nothing. Each is of bounded length. */
const SENTENCES: readonly RegExp[] = [
  /\b(?:user|owner|signer) (?:has |have )?(?:rejected|denied|declined|refused|cancell?ed|disapproved)\b/i,
  /\b(?:rejected|denied|declined|cancell?ed) by (?:the )?(?:user|owner|wallet)\b/i,
  /\b(?:request|signature|signing|approval) (?:was )?(?:rejected|denied|declined|cancell?ed)\b/i,
  /\brejected the request\b/i,
  /^(?:transaction )?(?:rejected|denied|declined|cancell?ed)[.!]?$/i,
];
/** A wallet's words can be of any length; a refusal says so at once. */
const LONGEST = 300;

/** Errors are wrapped several times: by libraries (`cause`, `error`), by MetaMask's mobile app (`data.originalError`), by Trust and others (`info.error`). */
const INSIDE = ['cause', 'error', 'data', 'originalError', 'info', 'innerError', 'reason'] as const;
const MOST = 24;

/** The error and all that it wraps, the outermost first. */
export function errorsInside(error: unknown): object[] {
  const found: object[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < MOST) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || found.includes(next)) continue;
    found.push(next);
    waiting.push(...INSIDE.map((name) => read(next, name)));
  }
  return found;
}

/** A code as a number, whether it came as one or as its digits. */
export function codeOf(error: object): number | null {
  const code = read(error, 'code');
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^-?\d{1,6}$/.test(code) ? Number(code) : null;
}

export const nameOf = (error: object): string => textOf(error, 'name');

/** Whether the person said no, in any of the shapes wallets have for it (lessons.md R25). A text alone may be the error. */
export const saidNo = (error: unknown): boolean =>
  isSentence(error) ||
  errorsInside(error).some(
    (each) =>
      codeOf(each) === REJECTED ||
      REJECTED_WORDS.has(textOf(each, 'code')) ||
      ['message', 'reason', 'details', 'error', 'data'].some((name) => isSentence(read(each, name))),
  );

const isSentence = (words: unknown): boolean =>
  typeof words === 'string' && SENTENCES.some((sentence) => sentence.test(words.slice(0, LONGEST)));

/** Empty when it is no text. */
function textOf(error: object, name: string): string {
  const value = read(error, name);
  return typeof value === 'string' ? value : '';
}

/** A wallet's object may be a proxy, or have getters that throw. */
function read(from: object, name: string): unknown {
  try {
    return Reflect.get(from, name);
  } catch {
    return undefined;
  }
}
