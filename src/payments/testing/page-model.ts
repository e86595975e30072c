/** For tests: a page that can be killed at each arrow between two steps of a payment, and the locks it then lets go. */
import type { Journal } from '../journal/journal.ts';
import type { Locks } from '../journal/wallet-lock.ts';

export const KILL_POINTS = [
  'before signing',
  'after signing',
  'wallet open',
  'signature made',
  'after signed',
  'after sent',
  'request sent',
  'answer read',
  'after outcome',
] as const;
type KillPoint = (typeof KILL_POINTS)[number];

/** What a dead page waits for. */
const forever = <T>(): Promise<T> => new Promise<T>(() => {});
let pages = 0;

export function createModelPage(journal: Journal, killAt: KillPoint | null) {
  pages += 1;
  const scope = `page-${pages}:`;
  let dead = false;
  let tell: (() => void) | undefined;
  const killed = new Promise<'killed'>((resolve) => {
    tell = () => resolve('killed');
  });
  async function point(name: KillPoint): Promise<void> {
    if (name === killAt && !dead) {
      dead = true;
      tell?.();
    }
    if (dead) await forever();
  }
  const before: Partial<Record<string, KillPoint>> = {
    signing: 'before signing',
    signed: 'signature made',
    delivered: 'answer read',
    unknown: 'answer read',
    'paid-not-delivered': 'answer read',
  };
  const after: Partial<Record<string, KillPoint>> = {
    signing: 'after signing',
    signed: 'after signed',
    sent: 'after sent',
    delivered: 'after outcome',
    unknown: 'after outcome',
    'paid-not-delivered': 'after outcome',
  };
  const pageJournal: Journal = {
    ...journal,
    async commit(row) {
      const [earlier, later] = [before[row.state], after[row.state]];
      if (dead) await forever();
      if (earlier) await point(earlier);
      await journal.commit(row);
      if (later) await point(later);
    },
  };
  return { journal: pageJournal, point, killed, locks: scopedLocks(scope) };
}

/** Locks that end with the page: the next page asks under another name. */
function scopedLocks(scope: string): Locks {
  return {
    request: (name: string, ...rest: unknown[]) =>
      Reflect.apply(navigator.locks.request, navigator.locks, [scope + name, ...rest]),
  };
}
