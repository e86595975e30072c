import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';

/**
 * Laso's form (src/domain/own-answer.ts), but this issuer writes an error's text into `message` (laso-api.md
 * §9).
 */
export const isProgramAnswer = (answer: HttpAnswer): boolean =>
  isOwnAnswer({ ...answer, body: withError(answer.body) });

const withError = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'message' in body ? { error: body.message, ...body } : body;
