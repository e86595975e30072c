import { RpcError } from '#chain/rpc-error.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { networkName } from '#domain/chain.ts';

/** Why a check ended before its end, and what that means. */
export interface CheckProblem {
  readonly title: string;
  readonly detail: string;
}

const KEPT = 'What was read so far is kept: check again to continue from there. Checking moves no money.';

export const noRpc = (id: NetworkConfig['id']): CheckProblem => ({
  title: `This page cannot read ${networkName(id)}.`,
  detail: `The operator has to set networks[${id}].rpcUrl in the configuration.`,
});

export const runningElsewhere: CheckProblem = {
  title: 'This account is already being checked in another tab.',
  detail: 'Its result is kept on this device: look again when that tab is done.',
};

/** A sentence for whatever stopped a check. */
export function explainStop(error: unknown, id: NetworkConfig['id']): CheckProblem {
  const chain = networkName(id);
  if (!(error instanceof RpcError))
    return { title: 'The check stopped because of an error in this page.', detail: KEPT };
  switch (error.kind) {
    case 'busy':
      return {
        title: `The ${chain} node is asking for fewer requests.`,
        detail: `Wait a few minutes. ${KEPT}`,
      };
    case 'refused':
      return {
        title: `The ${chain} node refuses to answer this page.`,
        detail: `The operator has to set another one in networks[${id}].rpcUrl or rpcFallbackUrls. ${KEPT}`,
      };
    default:
      return { title: `No ${chain} node answers, or they are behind.`, detail: KEPT };
  }
}

/** From here on a node is said to lag; Base makes a block every two seconds. */
const LAGS_AFTER_MS = 60_000;

/** Payments of the last minutes may be missing. */
export const lagged = (check: { head: { atMs: number }; startedAtMs: number }): boolean =>
  check.startedAtMs - check.head.atMs > LAGS_AFTER_MS;
