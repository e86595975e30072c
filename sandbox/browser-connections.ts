import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The kept connections of browsers, recognized by a header that Node's fetch does not send. */
interface BrowserConnections {
  onRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Closes those that are idle. */
  closeIdle(): void;
}

export function createBrowserConnections(): BrowserConnections {
  const busy = new Map<Socket, number>();
  return {
    onRequest: (request, response) => {
      if (request.headers['sec-fetch-site'] === undefined) return;
      const { socket } = request;
      if (!busy.has(socket)) socket.once('close', () => busy.delete(socket));
      busy.set(socket, (busy.get(socket) ?? 0) + 1);
      response.once('close', () => {
        if (busy.has(socket)) busy.set(socket, (busy.get(socket) ?? 1) - 1);
      });
    },
    closeIdle: () => {
      for (const [socket, requests] of busy) if (requests === 0) socket.end();
    },
  };
}
