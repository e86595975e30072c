import { createServer, type IncomingMessage } from 'node:http';
import { seededRandom } from '../scenarios/random.ts';

/**
 * Answers a JSON-RPC body, one call or several, from a machine that is this many seconds behind the chain.
 */
export type Backend = (body: unknown, lagSec: number) => Promise<unknown>;

/**
 * What an RPC address usually is: a load balancer in front of machines that are behind by different times.
 * Each request reaches one of them, so two requests may not agree (lessons.md 34).
 */
export interface Balancer {
  /** Seconds by which each machine is behind. */
  lagsSec: readonly number[];
  down: boolean;
  /** Rejects while it is down. */
  ask(body: unknown): Promise<unknown>;
  /** Starts over with another seed. */
  reseed(seed: number): void;
}

/**
 * Which machine answers depends on the seed, the request, and
 * how often it came, not on other requests at the same time.
 */
export function createBalancer(backend: Backend, firstSeed: number): Balancer {
  let seed = firstSeed;
  const asked = new Map<string, number>();
  const machineFor = (request: string, machines: number): number => {
    const times = (asked.get(request) ?? 0) + 1;
    asked.set(request, times);
    return Math.floor(seededRandom(hashOf(`${seed} ${times} ${request}`))() * machines);
  };
  const balancer: Balancer = {
    lagsSec: [0],
    down: false,
    ask: async (body) => {
      if (balancer.down) throw new TypeError('Failed to fetch');
      const { lagsSec } = balancer;
      return backend(body, lagsSec[machineFor(JSON.stringify(body), lagsSec.length)] ?? 0);
    },
    reseed: (other) => {
      seed = other;
      asked.clear();
    },
  };
  return balancer;
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, OPTIONS',
  'Access-Control-Allow-Headers': 'content-type, solana-client',
};

/** The same over HTTP on 127.0.0.1; while it is down, connections break. */
export async function serveBalancer(
  balancer: Balancer,
  port = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    readJson(request)
      .then((body) => balancer.ask(body))
      .then(
        (answer) =>
          response
            .writeHead(200, { ...CORS, 'Content-Type': 'application/json' })
            .end(JSON.stringify(answer)),
        () => response.destroy(),
      );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}
