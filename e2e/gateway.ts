import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway answers in Laso's place. */
export interface GatewayAnswer {
  status: number;
  /** Laso's own form, or a host's page. */
  body: 'own' | 'html';
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, Authorization, Content-Type',
  'Access-Control-Allow-Methods': '*',
};

/**
 * A real reverse proxy in front of the API. It forwards; and once armed, it cuts the connection of the first
 * `POST /withdraw` after the work is done, so that the browser sends it again by itself, and answers
 * everything from then on as `answers` says, until `recover`.
 */
export class Gateway {
  /** `POST /withdraw` as they arrived here, and as they were passed on. */
  arrived = 0;
  passedOn = 0;
  answers: GatewayAnswer | null = null;
  #armed: GatewayAnswer | null = null;
  /** The history does not list anything yet. */
  isLagging = false;
  readonly #server: Server;

  readonly #target: string;

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      void this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async before(target: string): Promise<Gateway> {
    const gateway = new Gateway(target);
    await new Promise<void>((listening) => gateway.#server.listen(0, '127.0.0.1', listening));
    return gateway;
  }

  get url(): string {
    // A server that listens on a port has an address with it.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  arm(answers: GatewayAnswer): void {
    this.#armed = answers;
  }

  recover(): void {
    this.answers = null;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isWithdrawal = request.method === 'POST' && request.url === '/withdraw';
    if (isWithdrawal) this.arrived += 1;
    if (this.answers !== null && request.method !== 'OPTIONS') return this.#answer(this.answers, response);
    if (isWithdrawal) this.passedOn += 1;
    const answer = await this.#passOn(request);
    if (isWithdrawal && this.#armed !== null) {
      this.answers = this.#armed;
      this.#armed = null;
      request.socket.destroy();
      return undefined;
    }
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...CORS });
    response.end(answer.body);
    return undefined;
  }

  #answer({ status, body }: GatewayAnswer, response: ServerResponse): void {
    const isOwn = body === 'own';
    response.writeHead(status, { ...CORS, 'Content-Type': isOwn ? 'application/json' : 'text/html' });
    response.end(isOwn ? JSON.stringify({ error: 'Request blocked' }) : '<h1>Request blocked</h1>');
  }

  async #passOn(request: IncomingMessage) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(`${this.#target}${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const kept = [...answer.headers].filter(
      ([name]) =>
        !/^(content-(length|encoding)|transfer-encoding|connection|keep-alive|date)$/.test(name) &&
        !name.startsWith('access-control'),
    );
    const text = await answer.text();
    const isHistory = request.url?.startsWith('/get-withdrawal-status') === true && answer.ok;
    return {
      status: answer.status,
      headers: kept,
      body: isHistory && this.isLagging ? '{"withdrawals":[]}' : text,
    };
  }
}
