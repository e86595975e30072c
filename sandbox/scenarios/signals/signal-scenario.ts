import type { Store } from '../../store/store.ts';

/** Seeds an account that has nothing else. */
export interface SignalScenario {
  /** The dashboard shows this signal, once or more, and no other. */
  raises(store: Store, owner: string): void;
  /** Nearly the same data, with no signal at all. */
  doesNot(store: Store, owner: string): void;
}
