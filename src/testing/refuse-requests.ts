import { afterEach, expect } from 'vitest';

/**
 * For the set-up of tests: a request that no test answers fails the test it happens in, also where the code
 * under test takes the refusal for a lost connection. `allowed`: requests that really leave.
 */
export function refuseRequests(allowed: (url: URL) => boolean = () => false): void {
  const strays: string[] = [];
  const send = globalThis.fetch;
  // Assigned, not stubbed: `vi.unstubAllGlobals()` comes back to this.
  globalThis.fetch = (input, init) => {
    // Not `instanceof Request`: Hono's server puts a class of its own in its place.
    const address = typeof input === 'string' || input instanceof URL ? input : input.url;
    const url = new URL(address, 'http://no-base.invalid');
    if (allowed(url)) return send(input, init);
    strays.push(url.href);
    return Promise.reject(new TypeError(`No test answers ${url.href}`));
  };
  afterEach(() => expect(strays.splice(0), 'requests that no test answers').toEqual([]));
}
