import type { NetworkConfig } from '#config/config-schema.ts';
import { isJsonObject } from '../quote/json-object.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentSigner, SignedPayment } from '../journal/signed-payment.ts';
import { endOfBlockhash, type Wait } from './blockhash-end.ts';
import { momentOf } from './chain-moment.ts';
import { facilitatorTakes } from './facilitator-layout.ts';
import { hashOf, type SolanaPaymentMarks } from './marks.ts';
import { askNodes, nodesOf } from './node.ts';
import { signedHeaders, type SignWire } from './payment-transaction.ts';
import { BLOCK_MS, BLOCKHASH_LIFE_BLOCKS } from './programs.ts';
import { readSignedHeader, refusedHeader } from './signed-header.ts';
import { signTransaction, type SolanaConnection } from './signing-wallet.ts';
import { tokenAccountOf } from './token-account.ts';
import { viewTransaction, type TransactionView } from './transaction-view.ts';
import { checkTransfer, type ExpectedTransfer } from './transfer-check.ts';

export interface SolanaSignerInput {
  readonly review: ReviewedOrder;
  readonly connection: SolanaConnection;
  readonly network: NetworkConfig;
  readonly now?: () => number;
  readonly wait?: Wait;
  /** Between the library that builds the transaction and our checks; for tests that tamper with it. */
  readonly tamper?: (sign: SignWire) => SignWire;
}

/**
 * A signer for exactly one reviewed order on Solana, the twin of `evm/signer.ts`. `sign()` checks the transaction the library built,
 * asks the wallet once, and checks what came back: wallets change transactions. Anything but the reviewed transfer is refused
 * (lessons.md S20, S21). Throws PaymentError `wallet-…`, `signer-refused`, `rpc`, `no-rpc`; a second `sign()` is refused.
 */
export function createSolanaSigner(input: SolanaSignerInput): PaymentSigner {
  const { review, connection, network, now = Date.now, wait, tamper = (sign) => sign } = input;
  let used = false;
  return {
    payer: connection.address,
    async sign() {
      if (used)
        throw new PaymentError(
          'state',
          'The wallet was already asked to sign this order. Nothing was signed again.',
        );
      used = true;
      const expected = await expectedTransfer(review);
      // The library asks one node only: one that answers now.
      const nodes = nodesOf(network);
      const { url } = await askNodes(nodes, async (each) => {
        await momentOf(each.rpc, { commitment: 'processed' });
        return each;
      });
      const startedMs = now();
      let result: Checked | null = null;
      const headers = await signedHeaders(
        review,
        url,
        tamper(async (wire) => {
          if (result) throw secondSignature();
          const end = (blockhash: string) =>
            endOfBlockhash(nodes, blockhash, { wait, now, named: namedEndOf(review) });
          result = await checkedSignature(wire, expected, { end, connection });
          return result.wire;
        }),
      );
      const { headerValue, wire } = readSignedHeader(headers, review);
      return signedPayment(review, headerValue, sameOrNone(result, wire), startedMs);
    },
  };
}

interface Checked {
  readonly wire: Uint8Array;
  readonly marks: SolanaPaymentMarks;
}

type EndOf = (blockhash: string) => ReturnType<typeof endOfBlockhash>;

async function expectedTransfer(review: ReviewedOrder): Promise<ExpectedTransfer> {
  const { feePayer, memo } = extraOf(review);
  if (typeof feePayer !== 'string') throw refusedHeader();
  return {
    payer: review.payer,
    feePayer,
    mint: review.asset,
    source: await tokenAccountOf(review.payer, review.asset),
    destination: await tokenAccountOf(review.payTo, review.asset),
    amountAtomic: BigInt(review.amountAtomic),
    memo: typeof memo === 'string' && memo !== '' ? memo : null,
    blockhash: null,
  };
}

/** Our check, the wallet, our check again. */
async function checkedSignature(
  asked: Uint8Array,
  expected: ExpectedTransfer,
  { end, connection }: { end: EndOf; connection: SolanaConnection },
): Promise<Checked> {
  const before = viewOf(asked);
  const { memo } = checkTransfer(before, expected);
  if (!facilitatorTakes(before)) throw refusedHeader();
  const { lastValidBlockHeight } = await end(before.blockhash);

  const wire = await signTransaction(connection, asked);
  const after = viewOf(wire);
  checkTransfer(after, { ...expected, memo, blockhash: before.blockhash });
  if (!facilitatorTakes(after)) throw otherLayout(connection.wallet.name);
  if (!after.signedBy.includes(expected.payer)) throw unsigned();
  const messageHash = await hashOf(after.message);
  const { blockhash } = after;
  return {
    wire,
    marks: { memo, blockhash, lastValidBlockHeight, tokenAccount: expected.source, messageHash },
  };
}

function signedPayment(
  review: ReviewedOrder,
  headerValue: string,
  { marks }: Checked,
  startedMs: number,
): SignedPayment {
  // By Laso's own number where it gives one: its blockhash is already some blocks old.
  const named = namedEndOf(review);
  const knownHeight = marks.lastValidBlockHeight - BLOCKHASH_LIFE_BLOCKS;
  const blocks =
    named > knownHeight && named < marks.lastValidBlockHeight ? named - knownHeight : BLOCKHASH_LIFE_BLOCKS;
  return {
    network: review.network,
    payer: review.payer,
    headerName: 'PAYMENT-SIGNATURE',
    headerValue,
    nonce: marks.memo,
    validAfterSec: 0,
    validBeforeSec: Math.floor((startedMs + blocks * BLOCK_MS) / 1000),
    solana: marks,
  };
}

/** The last height as the server names it; 0 where it names none. */
function namedEndOf(review: ReviewedOrder): number {
  const named = Number(extraOf(review)['lastValidBlockHeight']);
  return Number.isSafeInteger(named) ? named : 0;
}

const extraOf = (review: ReviewedOrder): Readonly<Record<string, unknown>> =>
  isJsonObject(review.offerRaw['extra']) ? review.offerRaw['extra'] : {};

function viewOf(wire: Uint8Array): TransactionView {
  try {
    return viewTransaction(wire);
  } catch {
    throw refusedHeader();
  }
}

/** What is in the header must be, byte for byte, what was checked. */
function sameOrNone(checked: Checked | null, wire: Uint8Array): Checked {
  const same = checked?.wire.length === wire.length && checked.wire.every((byte, at) => byte === wire[at]);
  if (!checked || !same) throw refusedHeader();
  return checked;
}

const secondSignature = (): PaymentError =>
  new PaymentError('signer-refused', 'A second signature was asked for. It was refused; nothing was paid.');

const unsigned = (): PaymentError =>
  new PaymentError(
    'wallet-unsupported',
    'The wallet gave no signature. Nothing was paid. Use another wallet.',
  );

const otherLayout = (wallet: string): PaymentError =>
  new PaymentError(
    'wallet-unsupported',
    `${wallet} added its own safety checks in a place where Laso’s payment service refuses them, so the signed payment was discarded unsent. Nothing was paid. Pay on Base, or use another Solana wallet.`,
  );
