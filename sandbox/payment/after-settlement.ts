import type { Fault, FaultKind } from '../control/faults.ts';
import { refusalAnswer } from '../control/refusals.ts';
import type { RequestContext, SandboxContext } from '../context.ts';

export const FROZEN_WORDS = 'Laso is looking into this account. Its support knows more.';

/** The errors that a server may answer although the money has moved; null when nothing is wrong. */
export function brokenAnswer(
  c: RequestContext,
  context: SandboxContext,
  take: (kind: FaultKind) => Fault | null,
): { fault: Fault; answer: Response } | null {
  const error = take('error-after-settlement');
  if (error)
    return { fault: error, answer: c.json({ error: error.message ?? 'Internal server error' }, 500) };
  const frozen = take('frozen-after-settlement');
  if (frozen) {
    const body = { error: 'This account is frozen.', frozen_message: frozen.message ?? FROZEN_WORDS };
    return { fault: frozen, answer: c.json(body, 403) };
  }
  const refused = take('refused-after-settlement');
  return refused && { fault: refused, answer: refusalAnswer(refused, context) };
}

/**
 * Makes the order. When that fails, or is refused, the charge goes to the account balance, as Laso documents.
 */
export async function orderOrCredit(
  c: RequestContext,
  deliver: () => Promise<Response>,
  credit: () => void,
): Promise<Response> {
  try {
    const answer = await deliver();
    if (!answer.ok) credit();
    return answer;
  } catch {
    credit();
    return c.json({ error: 'The order failed after payment. The amount is on your account balance.' }, 500);
  }
}
