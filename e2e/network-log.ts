import type { BrowserContext, Frame, Page, Request } from '@playwright/test';

export interface LoggedRequest {
  readonly url: string;
  readonly method: string;
  /** As the page set them; `allHeaders()` also has those the browser added (`referer`, `origin`). */
  readonly headers: Readonly<Record<string, string>>;
  readonly resourceType: string;
  /** Milliseconds since 1970, of this machine. */
  readonly atMs: number;
  readonly request: Request;
  allHeaders(): Promise<Record<string, string>>;
}

/** Everything the browser asked for in one test, in all its tabs, oldest first. */
export class NetworkLog {
  readonly requests: LoggedRequest[] = [];
  readonly #context: BrowserContext;
  /** Not answered to the last byte, and not failed. */
  readonly #open = new Set<Request>();
  readonly #waiting = new Set<() => void>();

  constructor(context: BrowserContext) {
    this.#context = context;
    context.on('requestfinished', (request) => this.#end(request));
    context.on('requestfailed', (request) => this.#end(request));
    context.on('request', (request) => {
      // A document that is left drops its pending requests without an event.
      if (request.isNavigationRequest())
        for (const left of this.#open) if (frameOf(left) === frameOf(request)) this.#end(left);
      this.#open.add(request);
      this.requests.push({
        url: request.url(),
        method: request.method(),
        headers: request.headers(),
        resourceType: request.resourceType(),
        atMs: Date.now(),
        request,
        allHeaders: () => request.allHeaders(),
      });
    });
  }

  /** Requests whose URL path is exactly this one (`/get-card`). */
  to(path: string, method?: string): LoggedRequest[] {
    return this.requests.filter(
      (entry) => new URL(entry.url).pathname === path && (method === undefined || entry.method === method),
    );
  }

  #end(request: Request): void {
    this.#open.delete(request);
    for (const look of this.#waiting) look();
    this.#waiting.clear();
  }

  /** Waits until everything asked for so far, and meanwhile, is answered to the last byte or has failed. */
  async answered(): Promise<void> {
    while (this.#open.size > 0)
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
  }

  /**
   * Waits until the page has nothing left to do, its idle-time fetches included. Not on a clock of the
   * test's: that holds idle time back.
   */
  async idle(page: Page): Promise<void> {
    await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
    await this.answered();
  }

  /** Waits until the script of this name ("open-payments") is here, whenever it was asked for. */
  async script(name: string): Promise<void> {
    const isIt = (request: Request) =>
      request.resourceType() === 'script' && new URL(request.url()).pathname.includes(`/${name}-`);
    const asked = this.requests.find(({ request }) => isIt(request))?.request;
    await wholeAnswer(asked ?? (await this.#context.waitForEvent('request', isIt)));
  }

  /** Every origin that was contacted, without `data:` and `blob:`. */
  origins(): string[] {
    const urls = this.requests
      .map((entry) => new URL(entry.url))
      .filter((url) => /^https?:$/.test(url.protocol));
    return [...new Set(urls.map((url) => url.origin))];
  }

  /** Scripts loaded so far, with their transferred size in bytes (gzip, as the static host sends them). */
  async scripts(): Promise<{ url: string; bytes: number }[]> {
    const scripts = this.requests.filter((entry) => entry.resourceType === 'script');
    return Promise.all(
      scripts.map(async ({ url, request }) => {
        const response = await request.response();
        const length = Number((await response?.allHeaders())?.['content-length'] ?? 0);
        return { url, bytes: length };
      }),
    );
  }
}

/** Null for what no document asked for. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

async function wholeAnswer(request: Request): Promise<void> {
  await (await request.response())?.finished();
}
