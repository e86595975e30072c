import { slotOf, type BlockClock } from './block-clock.ts';
import { commitmentIn, optionsIn, type RpcMethod } from './read-methods.ts';
import { MIN_CONTEXT_SLOT, RpcError } from './rpc-error.ts';

/** Nodes have no such option for these. */
const WITHOUT = new Set(['getTransaction', 'getBlock', 'getBlockTime', 'getSignatureStatuses']);

/** `minContextSlot`: a machine that has not reached this slot refuses to answer. */
export const reachedOnly = (
  clock: BlockClock,
  methods: Record<string, RpcMethod>,
): Record<string, RpcMethod> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, run]) => [
      name,
      WITHOUT.has(name) ? run : (params: readonly unknown[]) => run(reached(clock, params)),
    ]),
  );

function reached(clock: BlockClock, params: readonly unknown[]): readonly unknown[] {
  const wanted = optionsIn(params)['minContextSlot'];
  const contextSlot = Number(slotOf(clock.height(commitmentIn(params))));
  if (wanted !== undefined && Number(wanted) > contextSlot)
    throw new RpcError(MIN_CONTEXT_SLOT, 'Minimum context slot has not been reached', { contextSlot });
  return params;
}
