import { formatUsd } from '#domain/money.ts';
import type { NoticeTone } from '#ui/notice.tsx';
import { clockTime } from '#ui/clock-time.ts';
import type { WithdrawalFinding, WithdrawalRecord } from './withdrawal-record.ts';
import type { RecordWords } from './withdrawal-rules.ts';

type Words = (record: WithdrawalRecord) => string;

const amountOf: Words = ({ amountCents }) => formatUsd(amountCents);
const timeOf: Words = ({ startedAtMs }) => clockTime(startedAtMs);
const foundIds: Words = ({ foundIds: found }) => `Laso’s ids: ${found.join(', ')}.`;

const ASK =
  'Look at the list below and at your wallet before you send another one, or you may withdraw twice.';

const FINDINGS: Record<WithdrawalFinding, Words> = {
  nothing: () =>
    'More than a minute after it was sent, neither Laso’s history nor the balance shows it, so it was most likely never made. If it does appear later, this page says so, and it goes to the same wallet.',
  'history-unreadable': () =>
    `Laso answers that there has been no withdrawal at all, which proves nothing about one that was just sent. ${ASK}`,
  'history-incomplete': () =>
    `Laso’s history lacks withdrawals that it listed before, so this one may be missing as well. ${ASK}`,
  'entries-unreadable': () =>
    `Laso’s history holds an entry that cannot be read, and it may be this one. ${ASK}`,
  'maybe-listed': (record) =>
    `Laso’s history holds something new that may be this withdrawal or another one. ${record.foundIds.length > 0 ? `${foundIds(record)} ` : ''}${ASK}`,
  'balance-unreadable': () =>
    `Laso’s history does not list it, but the balance could not be compared. ${ASK}`,
  'balance-lower': () =>
    `Laso’s history does not list it, but the balance is lower than before: it may be on its way. ${ASK}`,
  'not-listed': () => '',
};

/** What late reads say about a withdrawal that is not known to be made. */
export const findingWords: Words = (record) => (record.look === null ? '' : FINDINGS[record.look](record));

interface Afterwards {
  tone: NoticeTone;
  title: Words;
  detail: Words;
}

/** What is said about a withdrawal that blocks no other one. */
export const AFTERWARDS: Record<
  Exclude<RecordWords, 'none' | 'waiting' | 'nothing-found' | 'unclear'>,
  Afterwards
> = {
  accepted: {
    tone: 'info',
    title: (record) => `Laso answered that ${amountOf(record)} is on its way to the wallet.`,
    detail: () => 'Its history does not list it yet. This page keeps looking.',
  },
  unlisted: {
    tone: 'caution',
    title: (record) =>
      `Laso accepted the withdrawal of ${amountOf(record)} from ${timeOf(record)}, but does not list it.`,
    detail: (record) =>
      `Whether it is on its way is not certain. Look at your wallet and the balance, and ask Laso’s support with the id ${record.answeredId ?? ''}.`,
  },
  refused: {
    tone: 'danger',
    title: () => 'Laso refused this withdrawal.',
    detail: (record) =>
      `Nothing was withdrawn. Laso’s history and the balance were read more than a minute after the try of ${timeOf(record)} and show nothing of the ${amountOf(record)}.`,
  },
  several: {
    tone: 'danger',
    title: (record) =>
      `Laso’s history shows ${record.foundIds.length} withdrawals of ${amountOf(record)}, and you confirmed one.`,
    detail: (record) =>
      `The browser or the network sent the request more than once, so more was withdrawn than you meant. Nothing is lost if all of them list your wallet below. ${foundIds(record)}`,
  },
  contradicted: {
    tone: 'danger',
    title: (record) => `The ${amountOf(record)} of ${timeOf(record)} may have been withdrawn after all.`,
    detail: (record) =>
      `This page said that it was not, or could not say. Now Laso’s history lists what may be that withdrawal, unless you made it elsewhere. If you sent another one since then, both are on their way: nothing is lost if they list your wallet below. ${foundIds(record)}`,
  },
};
