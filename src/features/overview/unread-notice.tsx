import { Fragment } from 'react';
import { paths } from '#config/paths.ts';
import type { Card } from '#domain/card.ts';
import { linesCount, unreadLinesOf } from '#domain/spend.ts';
import { called } from '#domain/signals/signal.ts';
import { Notice } from '#ui/notice.tsx';
import { TextLink } from '#ui/text-link.tsx';

const SHOWN = 3;

/** Lines of cards that could not be read: how many, what that means for the sums, and where they stand. */
export function UnreadNotice({ cards }: { cards: readonly Card[] }) {
  const having = cards.filter(({ unreadLines }) => unreadLines.length > 0);
  const count = unreadLinesOf(having);
  if (count === 0) return null;
  const more = having.length - SHOWN;
  return (
    <Notice tone="caution" title={`${linesCount(count)} of your cards could not be read.`}>
      {count === 1 ? 'It may be a purchase or a refund: it is' : 'They may be purchases or refunds: they are'}{' '}
      in no sum, and what is “not explained” may come from {count === 1 ? 'it' : 'them'}. Read{' '}
      {count === 1 ? 'it' : 'them'} on{' '}
      {having.slice(0, SHOWN).map((card, at) => (
        <Fragment key={`${card.accountId} ${card.id}`}>
          {at > 0 && ', '}
          <TextLink to={paths.card(card.id)}>{called(card)}</TextLink>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}.
    </Notice>
  );
}
