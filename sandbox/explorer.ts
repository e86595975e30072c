import { formatUsdc } from '#domain/money.ts';
import { hexToBigInt, isHash, type Address } from 'viem';
import { USDC } from './chain/base-chain.ts';
import type { Mined } from './chain/solana-rpc/ledger.ts';
import type { SandboxApp, SandboxContext } from './context.ts';

/** keccak256("Transfer(address,address,uint256)") */
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

const SOLANA_SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{64,90}$/;

/** `GET /explorer/tx/:hash`: a page of plain text, so that a receipt's link leads somewhere. */
export function mountExplorer(app: SandboxApp, { chain, solana }: SandboxContext): void {
  app.get('/explorer/tx/:hash', async (c) => {
    const hash = c.req.param('hash');
    if (SOLANA_SIGNATURE.test(hash)) {
      const mined = solana?.transaction(hash);
      return mined ? c.text(solanaPage(mined)) : c.text('The local chain knows no such transaction.', 404);
    }
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

function solanaPage({ signature, height, outcome, before, after }: Mined): string {
  const moved = after.flatMap(({ token }, index) => {
    const atomic = (token?.amount ?? 0n) - (before[index]?.token?.amount ?? 0n);
    return token && atomic !== 0n ? [{ owner: token.owner, atomic }] : [];
  });
  const giver = moved.find(({ atomic }) => atomic < 0n);
  const transfers = moved
    .filter(({ atomic }) => atomic > 0n)
    .map(({ owner, atomic }) => `USDC     ${formatUsdc(atomic)} from ${giver?.owner} to ${owner}`);
  const lines = [
    'Local chain (sandbox): no real money',
    '',
    `Hash     ${signature}`,
    `Status   ${outcome.err ? JSON.stringify(outcome.err) : 'success'}`,
    `Block    ${height}`,
    ...transfers,
  ];
  return `${lines.join('\n')}\n`;
}

const addressIn = (topic: string | undefined): Address => `0x${(topic ?? '').slice(-40)}`;
