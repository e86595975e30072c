import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import type { RpcMethod } from './read-methods.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND, PARSE_ERROR, RpcError } from './rpc-error.ts';

const callSchema = z.object({
  id: z.optional(z.unknown()),
  method: z.string(),
  params: z.optional(z.array(z.unknown())),
});

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, OPTIONS',
  // The headers that kit and web3.js send; a page of any
  // origin may call, as with the public nodes' paid keys.
  'Access-Control-Allow-Headers': 'content-type, solana-client',
  'Access-Control-Max-Age': '600',
};

interface RpcServer {
  url: string;
  /** The methods called so far, oldest first: tests count what a page needs. */
  asked: string[];
  close(): Promise<void>;
}

/** JSON-RPC 2.0 over HTTP on 127.0.0.1, single calls and batches. Rejects when the port is taken. */
export async function serveRpc(methods: Record<string, RpcMethod>, port: number): Promise<RpcServer> {
  const asked: string[] = [];
  const answer = (body: unknown): unknown => answerCall(methods, body, (method) => asked.push(method));

  const server = createServer((request, response) => {
    const send = (status: number, body?: unknown): void => {
      response.writeHead(status, body === undefined ? CORS : { ...CORS, 'Content-Type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return send(204);
    if (request.method !== 'POST') return send(405);
    readJson(request).then(
      (body) => send(200, Array.isArray(body) ? body.map(answer) : answer(body)),
      () => send(200, { jsonrpc: '2.0', id: null, error: { code: PARSE_ERROR, message: 'Parse error' } }),
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** One call of a JSON-RPC body. */
export function answerCall(
  methods: Record<string, RpcMethod>,
  body: unknown,
  onMethod: (method: string) => void = () => {},
): unknown {
  const call = z.safeParse(callSchema, body);
  if (!call.success) return { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'Invalid request' } };
  const { id = null, method, params = [] } = call.data;
  onMethod(method);
  try {
    const run = methods[method];
    if (!run) throw new RpcError(METHOD_NOT_FOUND, 'Method not found');
    return { jsonrpc: '2.0', id, result: run(params) };
  } catch (error) {
    return { jsonrpc: '2.0', id, error: errorJson(error) };
  }
}

function errorJson(error: unknown) {
  if (!(error instanceof RpcError)) return { code: INVALID_PARAMS, message: 'Invalid params' };
  const { code, message, data } = error;
  return data === undefined ? { code, message } : { code, message, data };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}
