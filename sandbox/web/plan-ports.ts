import { freePort } from './free-port.ts';

export interface Ports {
  readonly api: number;
  readonly chain: number;
  readonly dashboard: number;
  readonly solana: number;
  readonly accountCard: number;
}

/** Five ports in a row from `first` on where they are free, else the next free ones, never the same twice. */
export async function planPorts(first: number): Promise<Ports> {
  const api = await freePort(first);
  const chain = await freePort(api + 1);
  const dashboard = await freePort(chain + 1);
  const solana = await freePort(dashboard + 1);
  return { api, chain, dashboard, solana, accountCard: await freePort(solana + 1) };
}
