import type { AgentName, SeededAccounts } from '../chain/test-accounts.ts';
import type { Store } from '../store/store.ts';
import { seedBusyAgent } from './busy-agent.ts';
import { seedCardLines } from './card-lines.ts';
import { seedEveryStatus } from './every-status.ts';
import { seedFirstDayAgent } from './first-day-agent.ts';
import { PLANS, seedPlannedAgent } from './planned-agents.ts';
import { seedSecondAgent } from './second-agent.ts';
import { SIGNAL_SCENARIOS, type CardSignalKind } from './signals/signal-scenarios.ts';
import { seedVeryLargeAgent } from './very-large-agent.ts';

interface AgentSeed {
  /** The scenario's account, unless the caller names another one. */
  account: AgentName;
  seed: (store: Store, owner: string) => void;
}

const planned = (account: keyof typeof PLANS): AgentSeed => ({
  account,
  seed: (store, owner) => seedPlannedAgent(store, owner, PLANS[account]),
});

const TEN = [
  'busy',
  'first-day',
  'second',
  'very-large',
  'research',
  'travel',
  'support',
  'marketing',
  'design',
  'operations',
] as const;
export const AGENT_SCENARIOS = [...TEN, 'every-status', 'card-lines'] as const;
export type AgentScenario = (typeof AGENT_SCENARIOS)[number];

const AGENTS: Record<AgentScenario, AgentSeed> = {
  busy: { account: 'busy', seed: (store, owner) => seedBusyAgent(store, owner) },
  'first-day': { account: 'firstDay', seed: seedFirstDayAgent },
  second: { account: 'second', seed: seedSecondAgent },
  'very-large': { account: 'veryLarge', seed: (store, owner) => seedVeryLargeAgent(store, owner) },
  research: planned('research'),
  travel: planned('travel'),
  support: planned('support'),
  marketing: planned('marketing'),
  design: planned('design'),
  operations: planned('operations'),
  'every-status': { account: 'everyStatus', seed: seedEveryStatus },
  'card-lines': { account: 'everyStatus', seed: seedCardLines },
};

/** Several agents at once: `all` are the three that the sandbox starts with. */
export const GROUP_SCENARIOS = ['all', 'ten', 'none'] as const;
export type GroupScenario = (typeof GROUP_SCENARIOS)[number];
const GROUPS: Record<GroupScenario, readonly AgentScenario[]> = {
  all: ['first-day', 'busy', 'second'],
  ten: TEN,
  none: [],
};

export type ScenarioName = AgentScenario | GroupScenario;
export type SeedRequest =
  | { scenario: ScenarioName }
  /** Data for one kind of signal that just raise it, or just do not. */
  | { scenario: 'signal'; kind: CardSignalKind; raises: boolean };

/**
 * Replaces the data of the named agents; other accounts keep
 * theirs. `owner`: another account for a scenario of one agent.
 */
export function seedScenario(
  store: Store,
  accounts: SeededAccounts,
  request: SeedRequest,
  owner?: string,
): void {
  if (request.scenario === 'signal') {
    const { raises, doesNot } = SIGNAL_SCENARIOS[request.kind];
    const account = emptied(store, owner ?? accounts.signal);
    if (request.raises) raises(store, account);
    else doesNot(store, account);
    return;
  }
  const { scenario } = request;
  const isGroup = (name: ScenarioName): name is GroupScenario =>
    GROUP_SCENARIOS.some((group) => group === name);
  if (!isGroup(scenario)) {
    const { account, seed } = AGENTS[scenario];
    seed(store, emptied(store, owner ?? accounts[account]));
    return;
  }
  for (const name of GROUPS[scenario]) seedScenario(store, accounts, { scenario: name });
}

function emptied(store: Store, owner: string): string {
  for (const [cardId, card] of store.cards) if (card.owner === owner) store.cards.delete(cardId);
  store.account(owner).balance = null;
  store.withdrawals.forget(owner);
  return owner;
}
