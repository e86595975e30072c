import { createServer } from 'node:net';

/** The wanted port of 127.0.0.1, or the next free one above it (up to 100 further); 0 gives any free port. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= wanted + 100; port += 1) {
    const free = await tryPort(port);
    if (free !== null) return free;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 100}`);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
