import { createPublicClient, createTestClient, http, parseAbi, type Address, type Hex } from 'viem';
import { base } from 'viem/chains';
import localUsdc from './contracts/LocalUSDC.json' with { type: 'json' };
import miniMulticall from './contracts/MiniMulticall3.json' with { type: 'json' };
import { startAnvil } from './anvil-process.ts';

export const USDC: Address = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
/** Laso's real recipient on Base (laso-api.md §3). */
export const PAY_TO: Address = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';

const usdcAbi = parseAbi([
  'function balanceOf(address) view returns (uint256)',
  'function authorizationState(address,bytes32) view returns (bool)',
]);

export interface BaseChain {
  rpcUrl: string;
  port: number;
  /** Process id of the local node. */
  pid: number | undefined;
  publicClient: ReturnType<typeof createReader>;
  usdcBalanceOf(address: Address): Promise<bigint>;
  /** Sets the USDC balance of an address; no transaction, no log. */
  fund(address: Address, atomic: bigint): Promise<void>;
  authorizationUsed(authorizer: Address, nonce: Hex): Promise<boolean>;
  /** Moves the chain's own clock forward; it cannot go back. */
  advance(seconds: number): Promise<void>;
  /** Empty blocks, all at the chain's present time. */
  mine(blocks: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A chain that calls itself Base (8453), with USDC at its
 * real address. Rejects when it is not up within 15 s.
 */
export async function startBaseChain(options: { port?: number | undefined } = {}): Promise<BaseChain> {
  const anvil = await startAnvil(options.port);
  const rpcUrl = `http://127.0.0.1:${anvil.port}`;
  try {
    const publicClient = createReader(rpcUrl);
    const test = createTestClient({ mode: 'anvil', chain: base, transport: http(rpcUrl, { retryCount: 0 }) });
    await untilUp(publicClient, () => anvil.child.exitCode);
    const place = async (at: Address, creation: Hex): Promise<void> => {
      // A call of the creation code returns the runtime code with its immutables, without a transaction.
      const { data } = await publicClient.call({ data: creation });
      if (!data) throw new Error('The contract gave no code.');
      await test.setCode({ address: at, bytecode: data });
    };
    await place(USDC, hex(localUsdc.bytecode));
    await place(MULTICALL3, hex(miniMulticall.bytecode));
    // On the very first block calls see no time, so they find
    // an authorization that began earlier "not yet valid".
    await test.mine({ blocks: 1 });
    return {
      rpcUrl,
      port: anvil.port,
      pid: anvil.child.pid,
      publicClient,
      usdcBalanceOf: (address) =>
        publicClient.readContract({
          address: USDC,
          abi: usdcAbi,
          functionName: 'balanceOf',
          args: [address],
        }),
      fund: async (address, atomic) => {
        await publicClient.request<{ Method: string; Parameters: unknown[]; ReturnType: unknown }>({
          method: 'anvil_dealERC20',
          params: [address, USDC, `0x${atomic.toString(16)}`],
        });
      },
      authorizationUsed: (authorizer, nonce) =>
        publicClient.readContract({
          address: USDC,
          abi: usdcAbi,
          functionName: 'authorizationState',
          args: [authorizer, nonce],
        }),
      advance: async (seconds) => {
        await test.increaseTime({ seconds });
        await test.mine({ blocks: 1 });
      },
      mine: (blocks) => test.mine({ blocks, interval: 0 }),
      stop: anvil.stop,
    };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

function createReader(rpcUrl: string) {
  return createPublicClient({
    chain: base,
    transport: http(rpcUrl, { retryCount: 0 }),
    pollingInterval: 50,
    cacheTime: 0,
  });
}

async function untilUp(
  client: ReturnType<typeof createReader>,
  exitCode: () => number | null,
): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const up = await client.getChainId().then(
      (id) => id === 8453,
      () => false,
    );
    if (up) return;
    if (exitCode() !== null)
      throw new Error(`The local chain ended with code ${exitCode()}; is its port taken?`);
    if (Date.now() > deadline) throw new Error('The local chain did not answer within 15 s.');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

function hex(text: string): Hex {
  return `0x${text.replace(/^0x/, '')}`;
}
