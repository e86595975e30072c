/** For tests: the balance page of one tab, as a person uses it: what it reads, says and allows. */
import { QueryClient } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { database } from '#storage/database.ts';
import { allowAnother, markRead, sendWithdrawal } from '../withdraw/mutations.ts';
import { balanceQueries } from '../queries.ts';
import { isOpenWithdrawal, readRecords } from '../withdraw/withdrawal-record.ts';
import { withdrawalQueries } from '../withdrawal-queries.ts';
import { letGoBy, wordsFor, type RecordWords } from '../withdraw/withdrawal-rules.ts';

/**
 * What the page says about one withdrawal. `nothing`: that nothing was withdrawn. `doubted`: that it was said to be nothing, and may be something
 * after all. `open`: that it is not known. `let go`: that it was most likely never made, and the person allowed another one.
 */
export type Said = 'made' | 'several' | 'nothing' | 'doubted' | 'open' | 'not-sent' | 'let go';

interface RecordSaid {
  readonly recordId: string;
  readonly said: Said;
  /** Withdrawals that the notice names. */
  readonly names: readonly string[];
}

const SAID: Record<RecordWords, Said | null> = {
  none: null,
  waiting: 'open',
  'nothing-found': 'open',
  unclear: 'open',
  unlisted: 'open',
  accepted: 'made',
  refused: 'nothing',
  several: 'several',
  contradicted: 'doubted',
};

export function withdrawalPage(laso: Laso) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  const history = withdrawalQueries.history(laso);
  const balance = balanceQueries.current(laso);

  return {
    /** Reads history and balance as the page does whenever somebody looks. What fails leaves what was there. */
    async look(): Promise<void> {
      const reads = [
        cache.fetchQuery({ ...history, staleTime: 0 }),
        cache.fetchQuery({ ...balance, staleTime: 0 }),
      ];
      await Promise.allSettled(reads);
    },
    /** Withdrawals on screen; null when there is no list. */
    shown: () => cache.getQueryData(history.queryKey) ?? null,
    /** The balance on screen; null when there is none. */
    balanceCents: () => cache.getQueryData(balance.queryKey)?.balanceCents ?? null,
    /** Whether "Withdraw" can be clicked (balance-page.tsx, `blockedBy`). */
    async mayClick(amountCents: number): Promise<boolean> {
      const left = cache.getQueryData(balance.queryKey)?.balanceCents ?? 0;
      const open = (await readRecords(laso.account)).filter(isOpenWithdrawal);
      return open.length === 0 && left >= amountCents && cache.getQueryData(history.queryKey) !== undefined;
    },
    async click(amountCents: number): Promise<Said> {
      const seenIds = (cache.getQueryData(history.queryKey) ?? []).map(({ id }) => id);
      const { kind } = await sendWithdrawal({ laso, amountCents, seenIds });
      return kind === 'recorded' ? 'open' : kind;
    },
    /** Allows another one wherever one click is enough. */
    allow: () => letGo(laso, 'click'),
    /** The same where it takes more than a click, because it may be made. */
    insist: () => letGo(laso, 'typing'),
    /** The person has read how one ended. */
    async read(): Promise<void> {
      const ended = (await readRecords(laso.account)).filter((record) => READABLE.includes(wordsFor(record)));
      for (const { id } of ended) await markRead(laso, id);
    },
    /** What the notices above the form say. */
    async notices(): Promise<RecordSaid[]> {
      const records = await readRecords(laso.account);
      return records.flatMap((record) => {
        const said = SAID[wordsFor(record)];
        return said === null ? [] : [{ recordId: record.id, said, names: record.foundIds }];
      });
    },
  };
}

const READABLE: readonly RecordWords[] = ['unlisted', 'refused', 'several', 'contradicted'];

async function letGo(laso: Laso, by: 'click' | 'typing'): Promise<string[]> {
  const records = (await readRecords(laso.account)).filter((record) => letGoBy(record) === by);
  for (const { id } of records) await allowAnother(laso, id);
  return records.map(({ id }) => id);
}

/** Keys of all that is kept about withdrawals. */
export const storedIds = async (): Promise<string[]> => (await database()).getAllKeys('withdrawals');
