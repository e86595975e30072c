import type { SandboxApp, SandboxContext } from '../context.ts';

/** The revision of Laso's documents that this sandbox was written after. */
const DOCS_VERSION = '7358dc20c812';

/**
 * Switch `headers`: RateLimit, its doubles, and the version
 * of the documents, exposed to pages or hidden from them.
 */
export function mountRateHeaders(app: SandboxApp, { switches, rateWindow }: SandboxContext): void {
  app.use('*', async (c, next) => {
    await next();
    if (switches.headers === 'none' || c.req.method === 'OPTIONS' || c.req.path.startsWith('/__sandbox'))
      return;
    // A gateway between a page and Laso does not know Laso's limits.
    if (c.get('foreign')) return;
    const { remaining, resetSec } = rateWindow.take();
    const { limit } = rateWindow;
    const numbers = { Limit: limit, Remaining: remaining, Reset: resetSec, Policy: `${limit};w=60` };
    const sent = new Map<string, string>([
      ...Object.entries(numbers).map(([name, value]) => [`RateLimit-${name}`, String(value)] as const),
      ...Object.entries(numbers).map(([name, value]) => [`X-RateLimit-${name}`, String(value)] as const),
      ['X-Laso-Docs-Version', DOCS_VERSION],
      ['X-Laso-Docs-Manifest', 'https://laso.finance/.well-known/docs-version.json'],
    ]);
    for (const [name, value] of sent) c.res.headers.set(name, value);
    const exposed = c.res.headers.get('Access-Control-Expose-Headers');
    if (switches.headers === 'exposed' && exposed !== null)
      c.res.headers.set('Access-Control-Expose-Headers', [exposed, ...sent.keys()].join(','));
  });
}
