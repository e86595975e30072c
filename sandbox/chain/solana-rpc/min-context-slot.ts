import { slotOf, type BlockClock } from './block-clock.ts';
import { commitmentIn, optionsIn, type RpcMethod } from './read-methods.ts';
import { MIN_CONTEXT_SLOT_NOT_REACHED, RpcError } from './rpc-error.ts';

/**
 * The methods that take `minContextSlot` (agave 2.3); the others
 * ignore it, and a page that relies on it there is wrong.
 */
const METHODS = [
  'getSlot',
  'getBlockHeight',
  'getEpochInfo',
  'getLatestBlockhash',
  'isBlockhashValid',
  'getFeeForMessage',
  'getAccountInfo',
  'getMultipleAccounts',
  'getBalance',
  'getTokenAccountsByOwner',
  'simulateTransaction',
  'sendTransaction',
  'getSignaturesForAddress',
];

/** Refuses, as a node does, to answer at a slot that it has not reached at the requested commitment. */
export function heedingMinSlot(
  methods: Record<string, RpcMethod>,
  clock: BlockClock,
): Record<string, RpcMethod> {
  const heeding = METHODS.flatMap((name) => {
    const method = methods[name];
    if (!method) return [];
    const checked: RpcMethod = (params) => {
      const { minContextSlot } = optionsIn(params);
      const slot = Number(slotOf(clock.height(commitmentIn(params))));
      if (typeof minContextSlot === 'number' && minContextSlot > slot)
        throw new RpcError(MIN_CONTEXT_SLOT_NOT_REACHED, 'Minimum context slot has not been reached', {
          contextSlot: slot,
        });
      return method(params);
    };
    return [[name, checked] as const];
  });
  return { ...methods, ...Object.fromEntries(heeding) };
}
