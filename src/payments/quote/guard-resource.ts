import { parseUrl } from '#domain/parse-url.ts';
import type { Challenge } from './challenge.ts';
import type { Finding } from './finding.ts';

/**
 * The challenge must be for the very request that was made: same path, same parameters (compared parsed, so the order of
 * members and the spelling of escapes do not matter), named under an origin the operator configured (`apiOrigins`).
 */
export function checkResource(
  challenge: Challenge,
  requestUrl: string,
  apiOrigins: readonly string[],
): Finding[] {
  const request = parseUrl(requestUrl);
  const resource = challenge.resourceUrl === null ? null : parseUrl(challenge.resourceUrl);
  if (!request || challenge.requestUrl !== requestUrl)
    return [finding('This quote belongs to another request', requestUrl, challenge.requestUrl)];
  if (!resource || resource.username || resource.password)
    return [
      finding('The payment does not say what it is for', requestUrl, challenge.resourceUrl ?? 'nothing'),
    ];
  const findings: Finding[] = [];
  if (!apiOrigins.includes(resource.origin))
    findings.push(finding('The payment is for another server', apiOrigins.join(' or '), resource.origin));
  if (resource.pathname !== request.pathname || parameters(resource) !== parameters(request))
    findings.push(
      finding(
        'The payment is for another order',
        request.pathname + request.search,
        resource.pathname + resource.search,
      ),
    );
  return findings;
}

const parameters = (url: URL): string =>
  JSON.stringify([...url.searchParams].map(([name, value]) => JSON.stringify([name, value])).toSorted());

const finding = (what: string, expected: string, got: string): Finding => ({
  code: 'resource',
  expected,
  got,
  sentence: `${what}: expected ${expected}, got ${got}. Nothing was signed.`,
});
