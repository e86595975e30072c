import { LasoError, type LasoErrorKind } from './laso-error.ts';

/**
 * What a refused exchange of a link's token or code means. Firebase answers 400 with a code word
 * ("INVALID_CUSTOM_TOKEN : …"), others with a status and a sentence. Anything else (network, 5xx, 429, an
 * answer that is not theirs) is returned as it came.
 */
export function signInRefusal(error: unknown): unknown {
  if (!(error instanceof LasoError) || error.status === null) return error;
  if (error.kind === 'bad-answer' || error.kind === 'not-laso') return error;
  const kind = refusalKind(error.serverMessage ?? '', error.status);
  return kind === null ? error : new LasoError(kind, `Sign-in refused: ${error.status}`, error);
}

function refusalKind(words: string, status: number): LasoErrorKind | null {
  if (/API[ _]KEY|referer|OPERATION_NOT_ALLOWED|CONFIGURATION_NOT_FOUND/i.test(words))
    return 'not-configured';
  if (/CREDENTIAL_MISMATCH|PROJECT/.test(words)) return 'wrong-project';
  if (/expired/i.test(words) && status < 500) return 'link-expired';
  if (/^INVALID_CUSTOM_TOKEN|^MISSING_CUSTOM_TOKEN/.test(words)) return 'link-refused';
  if (words.startsWith('USER_DISABLED')) return 'forbidden';
  if (status === 410) return 'link-expired';
  return [400, 401, 404, 409, 422].includes(status) ? 'link-refused' : null;
}
