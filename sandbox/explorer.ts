import { formatUsdc } from '#domain/money.ts';
import { hexToBigInt, isHash, type Address } from 'viem';
import { USDC } from './chain/base-chain.ts';
import type { SandboxApp, SandboxContext } from './context.ts';

/** keccak256("Transfer(address,address,uint256)") */
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/** `GET /explorer/tx/:hash`: a page of plain text, so that a receipt's link leads somewhere. */
export function mountExplorer(app: SandboxApp, { chain }: SandboxContext): void {
  app.get('/explorer/tx/:hash', async (c) => {
    const hash = c.req.param('hash');
    if (!isHash(hash)) return c.text('That is not a transaction hash.', 400);
    const receipt = await chain.publicClient.getTransactionReceipt({ hash }).catch(() => null);
    if (!receipt) return c.text('The local chain knows no such transaction.', 404);
    const transfers = receipt.logs
      .filter((log) => log.address.toLowerCase() === USDC.toLowerCase() && log.topics[0] === TRANSFER)
      .map((log) => {
        const amount = formatUsdc(hexToBigInt(log.data));
        return `USDC     ${amount} from ${addressIn(log.topics[1])} to ${addressIn(log.topics[2])}`;
      });
    const lines = [
      'Local chain (sandbox): no real money',
      '',
      `Hash     ${receipt.transactionHash}`,
      `Status   ${receipt.status}`,
      `Block    ${receipt.blockNumber}`,
      ...transfers,
    ];
    return c.text(`${lines.join('\n')}\n`);
  });
}

const addressIn = (topic: string | undefined): Address => `0x${(topic ?? '').slice(-40)}`;
