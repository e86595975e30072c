/**
 * What a page may read of every answer; others must be exposed (Fetch standard, "CORS-safelisted
 * response-header name").
 */
const SAFE = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/**
 * `fetch` as a page of this origin sees it: without CORS headers there is no answer, and headers that are not
 * exposed are missing.
 */
export const fetchAsPage =
  (origin: string): typeof fetch =>
  async (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Origin', origin);
    const answer = await fetch(input, { ...init, headers });
    const allowed = answer.headers.get('access-control-allow-origin');
    if (allowed !== '*' && allowed !== origin) {
      await answer.body?.cancel();
      throw new TypeError('Failed to fetch');
    }
    const exposed = new Set(
      (answer.headers.get('access-control-expose-headers') ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase()),
    );
    const readable = [...answer.headers].filter(([name]) => SAFE.has(name) || exposed.has(name));
    return new Response(answer.body, { status: answer.status, headers: readable });
  };
