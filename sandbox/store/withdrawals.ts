import type { SandboxClock } from '../clock.ts';

/** A withdrawal as Laso would store it. Times are milliseconds of the sandbox's clock, money is cents. */
export interface StoredWithdrawal {
  id: string;
  owner: string;
  amountCents: number;
  requestedAt: number;
  /** Pending until then; `Infinity`: until a control route ends it. */
  dueAt: number;
  /** Its outcome; any word other than "completed" moves no money. */
  outcome: string;
  /** The state: "pending", then its outcome. */
  state: string;
  /** Where the money goes. */
  address: string;
  /** What `/get-withdrawal-status` names instead: another wallet, or nothing. */
  reportedAddress: string | null | undefined;
  /** The request's `Idempotency-Key`: stored and otherwise ignored, as at older servers. */
  requestKey: string | null;
  /** On the local chain, once it moved. */
  transaction: string | null;
}

/** How the next withdrawals go (README, "Control"). */
interface WithdrawalPlan {
  takesMs: number;
  outcome: string;
  reportedAddress?: string | null | undefined;
}

const DEFAULT_PLAN: WithdrawalPlan = { takesMs: 60_000, outcome: 'completed' };

/** Moves USDC from Laso to the account on the local chain; the transaction's id. */
type PayOut = (withdrawal: StoredWithdrawal) => Promise<string>;

export class Withdrawals {
  readonly clock: SandboxClock;
  readonly all: StoredWithdrawal[] = [];
  plan: WithdrawalPlan = { ...DEFAULT_PLAN };
  #serial = 0;
  #settling: Promise<void> = Promise.resolve();

  constructor(clock: SandboxClock) {
    this.clock = clock;
  }

  clear(): void {
    this.all.length = 0;
    this.plan = { ...DEFAULT_PLAN };
    this.#serial = 0;
  }

  /** Newest first; `asOf`: as a reader sees them whose copy is of this time. */
  of(owner: string, asOf = Infinity): StoredWithdrawal[] {
    return this.all
      .filter((one) => one.owner === owner && one.requestedAt <= asOf)
      .map((one) => (one.dueAt > asOf ? { ...one, state: 'pending', transaction: null } : one))
      .toReversed()
      .toSorted((a, b) => b.requestedAt - a.requestedAt);
  }

  forget(owner: string): void {
    const kept = this.all.filter((one) => one.owner !== owner);
    this.all.splice(0, this.all.length, ...kept);
  }

  /**
   * Only stores it: the caller has taken the money from the
   * balance. `requestedAt` in the past is for scenarios.
   */
  add(
    wanted: Pick<StoredWithdrawal, 'owner' | 'amountCents' | 'address'> &
      Partial<Pick<StoredWithdrawal, 'requestKey'>>,
    requestedAt = this.clock.now(),
  ) {
    this.#serial += 1;
    const withdrawal: StoredWithdrawal = {
      requestKey: null,
      ...wanted,
      id: `withdrawal_${(this.#serial * 104_729 + 7_000_003).toString(36)}`,
      requestedAt,
      dueAt: requestedAt + this.plan.takesMs,
      outcome: this.plan.outcome,
      state: 'pending',
      reportedAddress: this.plan.reportedAddress,
      transaction: null,
    };
    this.all.push(withdrawal);
    return withdrawal;
  }

  /** Pays out the due withdrawals, one after the other; `giveBack` gets those that failed. */
  settleDue(payOut: PayOut, giveBack: (withdrawal: StoredWithdrawal) => void): Promise<void> {
    const settle = async (): Promise<void> => {
      for (const one of this.all.filter(
        (each) => each.state === 'pending' && each.dueAt <= this.clock.now(),
      )) {
        if (one.outcome === 'completed') one.transaction = await payOut(one);
        if (one.outcome === 'failed') giveBack(one);
        one.state = one.outcome;
      }
    };
    // Two readers at once must not pay twice.
    this.#settling = this.#settling.then(settle, settle);
    return this.#settling;
  }
}
