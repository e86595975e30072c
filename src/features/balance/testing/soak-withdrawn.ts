/** For tests: what was wished, what was withdrawn, and what the pages said about it at any moment. */
import type { Attempt } from './soak-tab.ts';
import type { Said } from './withdrawal-page.ts';

export interface Wish {
  readonly id: number;
  readonly amountCents: number;
  /** What happened to it, for a report. */
  readonly story: string[];
}

export interface WithdrawalFigures {
  readonly wishes: number;
  readonly clicks: number;
  readonly requests: number;
  readonly withdrawals: number;
  /** Wishes with a withdrawal. */
  readonly fulfilled: number;
  /** Sent twice by the browser itself and carried out twice: said, and not the page's doing. */
  readonly twiceByBrowser: number;
  /** Records that the person let go after the minute. */
  readonly letGo: number;
  /** Wishes that the person tried again although the page said that they may be made. */
  readonly insisted: number;
  /** "May have been withdrawn after all", and was not. */
  readonly falseAlarms: number;
  /** "Nothing was withdrawn" that was taken back loudly. */
  readonly corrected: readonly string[];
  /** Broken promises of product.md §8, each with its seed and wish. */
  readonly wrong: readonly string[];
}

export const noWithdrawals = (): WithdrawalFigures => ({
  wishes: 0,
  clicks: 0,
  requests: 0,
  withdrawals: 0,
  fulfilled: 0,
  twiceByBrowser: 0,
  letGo: 0,
  insisted: 0,
  falseAlarms: 0,
  corrected: [],
  wrong: [],
});

interface Batch {
  readonly seed: number;
  readonly attempts: readonly Attempt[];
  readonly wishes: readonly Wish[];
  /** Keys of attempts whose record went although what they made was not known. */
  readonly lost: readonly string[];
  readonly letGo: ReadonlySet<string>;
  /** Wishes of which the person was told that they may be made, and that they tried again. */
  readonly insisted: ReadonlySet<number>;
  /** Wishes during which an account that has something was shown as empty. */
  readonly misread: ReadonlySet<string>;
  /** Withdrawals that a notice named. */
  readonly named: ReadonlySet<string>;
  readonly made: readonly { readonly id: string; readonly requestKey: string | null }[];
}

export function countWithdrawals(batch: Batch, before: WithdrawalFigures): WithdrawalFigures {
  const { seed, attempts, wishes, lost, letGo, insisted, named, misread, made } = batch;
  const wrong: string[] = [];
  const corrected: string[] = [];
  const idsOf = ({ key }: Attempt): string[] =>
    made.flatMap(({ id, requestKey }) => (requestKey === key ? [id] : []));
  const madeBy = (attempt: Attempt): number => idsOf(attempt).length;
  for (const what of misread) wrong.push(`seed ${seed}, wish ${what}, and there is`);
  for (const wish of wishes) {
    const own = attempts.filter((attempt) => attempt.wish === wish.id);
    const say = (list: string[], what: string): void =>
      void list.push(`seed ${seed}, wish ${wish.id}: ${what} [${wish.story.join('; ')}]`);
    const paying = own.filter((attempt) => madeBy(attempt) > 0);
    if (paying.length > 1 && !insisted.has(wish.id))
      say(wrong, `DOUBLE: ${paying.length} clicks made withdrawals`);
    for (const attempt of own) {
      const count = madeBy(attempt);
      const said = new Set<Said>(attempt.said);
      const words = [...said].join(', ');
      if (lost.includes(attempt.key)) say(wrong, `its record was LOST; said: ${words}`);
      if (attempt.posts > 1) say(wrong, `one click sent ${attempt.posts} requests`);
      if (said.has('not-sent') && attempt.posts > 0) say(wrong, `FALSE “not sent”`);
      if (count > 0 && said.has('nothing'))
        say(said.has('doubted') ? corrected : wrong, `FALSE “nothing was withdrawn”; said: ${words}`);
      if (count > 0 && said.has('let go'))
        say(wrong, `FALSE “most likely never made”, and let go; said: ${words}`);
      if (count > 1 && idsOf(attempt).filter((id) => named.has(id)).length < count - 1)
        say(wrong, `withdrawn ${count} times for one click, and not SAID: ${words}`);
      if (paying.length === 0 && said.has('made')) say(wrong, `FALSE “on its way”; said: ${words}`);
    }
  }
  return {
    wishes: before.wishes + wishes.length,
    clicks: before.clicks + attempts.length,
    requests: before.requests + attempts.reduce((sum, { posts }) => sum + posts, 0),
    withdrawals: before.withdrawals + attempts.reduce((sum, one) => sum + madeBy(one), 0),
    fulfilled:
      before.fulfilled +
      wishes.filter(({ id }) => attempts.some((one) => one.wish === id && madeBy(one) > 0)).length,
    twiceByBrowser: before.twiceByBrowser + attempts.filter((one) => madeBy(one) > 1).length,
    letGo: before.letGo + letGo.size,
    insisted: before.insisted + insisted.size,
    falseAlarms:
      before.falseAlarms + attempts.filter((one) => madeBy(one) === 0 && one.said.includes('doubted')).length,
    corrected: [...before.corrected, ...corrected],
    wrong: [...before.wrong, ...wrong],
  };
}
