import { heightOfSlot, slotOf } from './block-clock.ts';
import type { LedgerView, Mined } from './ledger.ts';
import { commitmentIn, addressIn, listIn, optionsIn, type RpcMethod } from './read-methods.ts';
import { BLOCK_CLEANED_UP, invalidParams, RpcError, UNSUPPORTED_VERSION } from './rpc-error.ts';
import { transactionJson } from './transaction-json.ts';
import { readTransaction } from './wire.ts';

const MOST_SIGNATURES = 1_000;

/** Simulating, sending and finding transactions. */
export function transactionMethods(ledger: LedgerView): Record<string, RpcMethod> {
  const { clock } = ledger;
  const context = (params: readonly unknown[]) => ({
    slot: Number(slotOf(clock.height(commitmentIn(params)))),
    apiVersion: '2.3.0',
  });
  const confirmationOf = ({ height }: Mined) =>
    height <= clock.height('finalized') ? 'finalized' : 'confirmed';

  const firstSlot = (): number => (ledger.keptFrom === 0n ? 0 : Number(slotOf(ledger.keptFrom)));

  return {
    simulateTransaction: (params) => {
      const options = optionsIn(params);
      const wire = readTransaction(params[0], options['encoding']);
      const { err, logs, unitsConsumed } = ledger.simulate(wire, {
        checkSignatures: options['sigVerify'] === true,
        anyBlockhash: options['replaceRecentBlockhash'] === true,
      });
      const value = { err, logs, unitsConsumed, accounts: null, returnData: null, innerInstructions: null };
      return { context: context(params), value };
    },
    sendTransaction: (params) => {
      const options = optionsIn(params);
      const wire = readTransaction(params[0], options['encoding']);
      return ledger.submit(wire, { preflight: options['skipPreflight'] !== true });
    },
    getSignatureStatuses: (params) => ({
      context: context(params),
      value: listIn(params[0]).map((signature) => {
        const mined = ledger.find(String(signature), 'processed');
        if (!mined) return null;
        const { err } = mined.outcome;
        const final = confirmationOf(mined) === 'finalized';
        return {
          slot: Number(slotOf(mined.height)),
          confirmations: final ? null : Number(clock.height('processed') - mined.height),
          err,
          status: err ? { Err: err } : { Ok: null },
          confirmationStatus: confirmationOf(mined),
        };
      }),
    }),
    getSignaturesForAddress: (params) => {
      const at = addressIn(params[0]);
      const { before, until, limit } = optionsIn(params);
      const known = ledger.mined.filter(
        ({ wire, height }) => wire.accounts.includes(at) && height <= clock.height(commitmentIn(params)),
      );
      const from = before === undefined ? 0 : known.findIndex(({ signature }) => signature === before) + 1;
      const end = known.findIndex(({ signature }) => signature === until);
      return known
        .slice(from, end < 0 ? undefined : end)
        .slice(0, typeof limit === 'number' ? limit : MOST_SIGNATURES)
        .map((mined) => ({
          signature: mined.signature,
          slot: Number(slotOf(mined.height)),
          err: mined.outcome.err,
          memo: mined.wire.memo,
          blockTime: mined.blockTime,
          confirmationStatus: confirmationOf(mined),
        }));
    },
    getFirstAvailableBlock: () => firstSlot(),
    getBlock: (params) => {
      const height = typeof params[0] === 'number' ? heightOfSlot(BigInt(params[0])) : -1n;
      if (optionsIn(params)['transactionDetails'] !== 'none')
        throw invalidParams('Invalid params: this node gives blocks without their transactions');
      if (height < ledger.keptFrom)
        throw new RpcError(
          BLOCK_CLEANED_UP,
          `Block cleaned up, does not exist on node. First available block: ${firstSlot()}`,
        );
      const behind = clock.height('processed') - height;
      if (height > clock.height(commitmentIn(params))) return null;
      const blockTime = Math.floor(clock.now() / 1_000 - Number(behind) * 0.4);
      return { blockHeight: Number(height), blockTime, parentSlot: Number(slotOf(height)) - 1 };
    },
    getTransaction: (params) => {
      const mined = ledger.find(String(params[0]), commitmentIn(params));
      if (!mined) return null;
      const { encoding, maxSupportedTransactionVersion } = optionsIn(params);
      if (mined.wire.message.version !== 'legacy' && maxSupportedTransactionVersion === undefined) {
        throw new RpcError(
          UNSUPPORTED_VERSION,
          'Transaction version (0) is not supported by the requesting client. Please try the request again with the following configuration parameter: "maxSupportedTransactionVersion": 0',
        );
      }
      return transactionJson(mined, typeof params[1] === 'string' ? params[1] : encoding);
    },
  };
}
