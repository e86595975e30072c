import type { Store } from '../store/store.ts';
import { seedBusyAgent } from './busy-agent.ts';
import { seedFirstDayAgent } from './first-day-agent.ts';
import { seedSecondAgent } from './second-agent.ts';

export type ScenarioName = 'first-day' | 'busy' | 'second' | 'all' | 'none';

export interface SeededAccounts {
  busy: string;
  firstDay: string;
  second: string;
}

/** Replaces what the named agents have; everybody else's data stays. */
export function seedScenario(store: Store, accounts: SeededAccounts, name: ScenarioName): void {
  const wanted = (one: ScenarioName): boolean => name === one || name === 'all';
  const fresh = (owner: string): string => {
    for (const [cardId, card] of store.cards) if (card.owner === owner) store.cards.delete(cardId);
    store.withdrawals.forget(owner);
    return owner;
  };
  if (wanted('first-day')) seedFirstDayAgent(store, fresh(accounts.firstDay));
  if (wanted('busy')) seedBusyAgent(store, fresh(accounts.busy));
  if (wanted('second')) seedSecondAgent(store, fresh(accounts.second));
}
