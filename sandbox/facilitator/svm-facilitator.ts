import { x402Facilitator } from '@x402/core/facilitator';
import type { PaymentPayload, SettleResponse } from '@x402/core/types';
import { toFacilitatorSvmSigner } from '@x402/svm';
import { ExactSvmScheme } from '@x402/svm/exact/facilitator';
import { ExactSvmScheme as ExactSvmServer } from '@x402/svm/exact/server';
import { SOLANA } from '#domain/chain.ts';
import { SOLANA_FEE_PAYER, solanaTestSigner } from '../chain/solana-accounts.ts';
import { SOLANA_PAY_TO, SOLANA_USDC, type SolanaChain } from '../chain/solana-chain.ts';
import { transferIn } from '../chain/solana-rpc/wire.ts';
import { authorizationKey } from '../payment/authorization-key.ts';
import type { HeldSettlements } from '../payment/held-settlements.ts';
import type { PaymentNetwork } from './payment-network.ts';

/** 10 SOL: a payment costs its fee payer about 10,000 lamports. */
const FEE_PAYER_LAMPORTS = 10_000_000_000n;

/**
 * Solana in a challenge, verified and settled on the local
 * chain, in this process. The facilitator pays the fees.
 */
export async function solanaNetwork(chain: SolanaChain, held: HeldSettlements): Promise<PaymentNetwork> {
  const feePayer = await solanaTestSigner(SOLANA_FEE_PAYER);
  chain.giveLamports(feePayer.address, FEE_PAYER_LAMPORTS);
  const signer = toFacilitatorSvmSigner(feePayer, { defaultRpcUrl: chain.rpcUrl });
  const facilitator = new x402Facilitator().register(SOLANA, new ExactSvmScheme(signer));
  return {
    id: SOLANA,
    usdc: SOLANA_USDC,
    payTo: SOLANA_PAY_TO,
    maxTimeoutSeconds: 60,
    extra: {},
    // With an RPC the challenge carries a recent blockhash and its last valid height.
    scheme: new ExactSvmServer({ rpcUrl: chain.rpcUrl }),
    facilitator: {
      verify: (payload, requirements) => facilitator.verify(payload, requirements),
      settle: async (payload, requirements) =>
        held.find(authorizationKey(payload)) ?? facilitator.settle(payload, requirements),
      getSupported: async () => {
        const supported = facilitator.getSupported();
        return { ...supported, kinds: supported.kinds.map((kind) => ({ ...kind, network: SOLANA })) };
      },
    },
    delaySettlement: async (payload, ms, mined) => {
      const wire = await signer.signTransaction(wireIn(payload), feePayer.address, SOLANA);
      const { signature, payer } = transferIn(wire);
      const answer: SettleResponse = {
        success: false,
        errorReason: 'settlement_pending',
        errorMessage: 'Transaction confirmation timeout',
        transaction: signature,
        network: SOLANA,
        payer,
      };
      const send = async (): Promise<boolean> => chain.send(wire);
      const key = authorizationKey(payload);
      held.hold({ key, transaction: signature, send, answer, settled: mined }, ms);
    },
    expire: (payload) => chain.expire(wireIn(payload)),
  };
}

const wireIn = ({ payload }: PaymentPayload): string => String(payload['transaction'] ?? '');
