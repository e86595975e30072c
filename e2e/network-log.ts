import type { BrowserContext, Request } from '@playwright/test';

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

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
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
