import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

const require = createRequire(import.meta.url);
const running = new Set<ChildProcess>();

/** Starts anvil on 127.0.0.1. It ends with this process, unless SIGKILL ends that. */
export async function startAnvil(
  wanted?: number,
): Promise<{ port: number; child: ChildProcess; stop(): Promise<void> }> {
  const port = wanted ?? (await freePort());
  // Empty blocks every two seconds keep the newest block's
  // time close to the clock; anvil mines transactions at once.
  const settings = ['--chain-id', '8453', '--hardfork', 'prague', '--block-time', '2', '--mixed-mining'];
  const child = spawn(
    anvilBinary(),
    [...settings, '--host', '127.0.0.1', '--port', String(port), '--quiet'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, RUST_LOG: 'error' },
    },
  );
  killWithUs(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  return { port, child, stop };
}

/** The binary comes inside the platform's package: nothing is downloaded, no install script runs. */
function anvilBinary(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return require.resolve(`@foundry-rs/anvil-${process.platform}-${arch}/bin/anvil${suffix}`);
}

function killWithUs(child: ChildProcess): void {
  if (running.size === 0) listen();
  running.add(child);
  child.once('exit', () => running.delete(child));
}

const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

let listening = false;
function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      killAll();
      // Another listener (main.ts) decides how to end; without one, we end as the signal would have.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
