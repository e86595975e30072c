import { x402Facilitator } from '@x402/core/facilitator';
import type { FacilitatorClient } from '@x402/core/server';
import { toFacilitatorEvmSigner } from '@x402/evm';
import type { SettleResponse } from '@x402/core/types';
import { ExactEvmScheme } from '@x402/evm/exact/facilitator';
import { ExactEvmScheme as ExactEvmServer } from '@x402/evm/exact/server';
import { createWalletClient, http, publicActions } from 'viem';
import { base } from 'viem/chains';
import { createNonceManager, jsonRpc } from 'viem/nonce';
import { BASE } from '#domain/chain.ts';
import { PAY_TO, USDC, type BaseChain } from '../chain/base-chain.ts';
import { heldTransfer } from '../chain/held-transfer.ts';
import { ACCOUNT_INDEX, testAccount } from '../chain/test-accounts.ts';
import { authorizationKey } from '../payment/authorization-key.ts';
import type { HeldSettlements } from '../payment/held-settlements.ts';
import type { PaymentNetwork } from './payment-network.ts';

/** Base in a challenge, settled on the local chain. */
export function baseNetwork(chain: BaseChain, held: HeldSettlements): PaymentNetwork {
  const facilitator = createFacilitator(chain.rpcUrl);
  return {
    id: BASE,
    usdc: USDC,
    payTo: PAY_TO,
    maxTimeoutSeconds: 300,
    extra: { name: 'USD Coin', version: '2' },
    scheme: new ExactEvmServer(),
    facilitator: {
      ...facilitator,
      settle: async (payload, requirements) =>
        held.find(authorizationKey(payload)) ?? facilitator.settle(payload, requirements),
    },
    delaySettlement: async (payload, ms, mined) => {
      const { payer, ...transfer } = await heldTransfer(chain, payload);
      const answer: SettleResponse = {
        success: false,
        errorReason: 'settlement_pending',
        errorMessage: 'The transfer was sent, but it was not confirmed in time.',
        transaction: transfer.transaction,
        network: BASE,
        payer,
      };
      held.hold({ key: authorizationKey(payload), ...transfer, answer, settled: mined }, ms);
    },
  };
}

/** Verifies and settles x402 payments on the local chain, in this process. */
function createFacilitator(rpcUrl: string): FacilitatorClient {
  // Without the nonce manager, payments settled at the same time fail with "nonce too low".
  const nonceManager = createNonceManager({ source: jsonRpc() });
  const account = testAccount(ACCOUNT_INDEX.facilitator);
  const wallet = createWalletClient({
    account: { ...account, nonceManager },
    chain: base,
    transport: http(rpcUrl),
    pollingInterval: 50,
    cacheTime: 0,
  }).extend(publicActions);
  const signer = toFacilitatorEvmSigner(
    {
      address: account.address,
      readContract: (call) => wallet.readContract({ ...call, args: call.args ?? [] }),
      // x402 passes the typed data as plain records; viem's type requires each field.
      verifyTypedData: (data) => wallet.verifyTypedData(data as Parameters<typeof wallet.verifyTypedData>[0]),
      writeContract: (call) => wallet.writeContract({ ...call, args: call.args ?? [] }),
      sendTransaction: (transaction) => wallet.sendTransaction(transaction),
      waitForTransactionReceipt: (query) => wallet.waitForTransactionReceipt(query),
      getCode: (query) => wallet.getCode(query),
    },
    { confirmationTimeoutMs: 10_000 },
  );
  const facilitator = new x402Facilitator().register(BASE, new ExactEvmScheme(signer));
  return {
    verify: (payload, requirements) => facilitator.verify(payload, requirements),
    settle: (payload, requirements) => facilitator.settle(payload, requirements),
    getSupported: async () => {
      const supported = facilitator.getSupported();
      return { ...supported, kinds: supported.kinds.map((kind) => ({ ...kind, network: BASE })) };
    },
  };
}
