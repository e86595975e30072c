import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createBrowserConnections } from './browser-connections.ts';
import { isDrop } from './control/faults.ts';
import { isPaying, routeOf, type SandboxApp, type SandboxContext, type SandboxEnv } from './context.ts';

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

const LASO_HEADERS = ['Authorization', 'Content-Type', 'PAYMENT-SIGNATURE', 'X-PAYMENT', 'SIGN-IN-WITH-X'];

/** An empty Hono app with the parts that every route shares: request log, careful CORS, JSON errors. */
export function createSandboxApp(context: SandboxContext, allowHeaders = LASO_HEADERS): SandboxApp {
  const app = new Hono<SandboxEnv>();
  app.use('*', async (c, next) => {
    await next();
    if (c.req.path.startsWith('/__sandbox')) return;
    context.log.add({
      at: context.clock.now(),
      method: c.req.method,
      route: routeOf(c.req.path),
      path: c.req.path,
      search: new URL(c.req.url).search,
      status: c.res.status,
      origin: c.req.header('origin') ?? null,
      authorized: c.req.header('authorization') !== undefined,
      paying: isPaying(c),
      askedHeaders: c.req.header('access-control-request-headers') ?? null,
    });
  });
  app.use('*', async (c, next) => {
    // A browser repeats a request by itself when a connection it used before breaks (lessons.md 33). While a
    // drop is due no connection is kept, so that a drop is a drop; fault `duplicate` is how to get the
    // repeated request. Before CORS, which answers preflights.
    if (context.faults.list().some(isDrop)) c.header('Connection', 'close');
    await next();
  });
  app.use(
    '*',
    cors({
      origin: (origin) => (LOOPBACK.test(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'OPTIONS'],
      allowHeaders,
      exposeHeaders: ['PAYMENT-REQUIRED', 'PAYMENT-RESPONSE', 'X-PAYMENT-RESPONSE', 'Retry-After'],
      maxAge: 600,
    }),
  );
  app.notFound((c) => c.json({ error: 'Not found' }, 404));
  app.onError((_error, c) => c.json({ error: 'Internal server error' }, 500));
  return app;
}

export interface Listening {
  port: number;
  /** Closes the idle kept connections of browsers. */
  closeIdle(): void;
  close(): Promise<void>;
}

/** Serves the app on 127.0.0.1. Rejects when the port is taken. */
export async function listen(app: SandboxApp, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const browsers = createBrowserConnections();
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info) => {
      resolve({
        port: info.port,
        closeIdle: browsers.closeIdle,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('request', browsers.onRequest);
    server.once('error', reject);
  });
}
