import type { RequestContext } from '../context.ts';
import type { KeptAnswer } from './answer-memory.ts';
import type { Fault } from './faults.ts';

const TITLES: Record<number, string | undefined> = {
  200: 'Welcome to the guest network',
  401: 'Sign in to the guest network',
  403: '403 Forbidden',
  404: '404 Not Found',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
};

const htmlPage = (title: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center><hr><center>front door</center></body></html>\n`;

/**
 * What stands between a page and Laso, and answers in its place: a host, a gateway, a firewall, a guest
 * network's login page.
 */
export function gatewayAnswer({ status, page, message }: Fault): Response {
  const title = message ?? TITLES[status] ?? `Error ${status}`;
  if (page === 'html')
    return new Response(htmlPage(title), { status, headers: { 'Content-Type': 'text/html' } });
  if (page === 'json') return Response.json({ message: title.replace(/^\d+ /, '') }, { status });
  return new Response(null, { status });
}

export const replayedAnswer = ({ status, headers, body }: KeptAnswer): Response =>
  new Response(body, { status, headers });

/**
 * Puts an answer in place of the server's own, and keeps only the headers that let a page on the web read it.
 */
export function replaceAnswer(c: RequestContext, answer: Response, { cors }: Pick<Fault, 'cors'>): void {
  c.set('foreign', true);
  const before = c.res.headers;
  c.res = undefined;
  c.res = answer;
  for (const [name, value] of before) {
    if (!/^(access-control-|vary$)/i.test(name)) continue;
    if (cors) c.res.headers.set(name, value);
  }
  if (!cors)
    for (const name of [...c.res.headers.keys()])
      if (/^access-control-/i.test(name)) c.res.headers.delete(name);
}
