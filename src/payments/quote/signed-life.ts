/**
 * How long a signature lives. What lives longer than this could be used long after the person forgot it, so it is the most that is ever signed,
 * whatever the server allows (some name days): a server asks for what ends before its own limit, and takes what ends sooner.
 */
export const LONGEST_SIGNED_SECONDS = 600;
/** With less a payment would often be over before it is settled. */
export const LEAST_TIMEOUT_SECONDS = 30;

export const signedSecondsOf = ({ maxTimeoutSeconds }: { readonly maxTimeoutSeconds: number }): number =>
  Math.min(maxTimeoutSeconds, LONGEST_SIGNED_SECONDS);
