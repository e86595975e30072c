import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { DefinitionList, type Definition } from '#ui/definition-list.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { statusWords, typeWords } from './account-card-words.ts';

export function CardFacts({ card }: { card: AccountCard }) {
  const { word, tone } = statusWords(card.status);
  const items: (Definition | false)[] = [
    { key: 'status', term: 'Status', detail: <StatusMark tone={tone}>{word}</StatusMark> },
    { key: 'holder', term: 'Holder', detail: card.holder ?? '—' },
    { key: 'last4', term: 'Number ends in', detail: card.last4 ?? '—' },
    { key: 'expiry', term: 'Expires', detail: card.expiry ?? '—' },
    { key: 'type', term: 'Type', detail: typeWords(card.type) },
    card.orderedAtMs !== null && {
      key: 'ordered',
      term: 'Ordered',
      detail: <RelativeTime ms={card.orderedAtMs} />,
    },
  ];
  return <DefinitionList items={items.filter((item) => item !== false)} />;
}
