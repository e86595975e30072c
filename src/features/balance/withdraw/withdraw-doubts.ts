import type { Destination } from './destination.ts';

/** What a person must accept before a withdrawal is sent, each a sentence; usually nothing. */
export function withdrawDoubts(
  destination: Destination,
  strays: number,
  supportEmail: string,
  unreadableRecords = 0,
): string[] {
  return [
    ...(unreadableRecords > 0
      ? [
          'This device holds a record of an earlier withdrawal that this page cannot read: it is damaged or of another version of the page. That one may still be on its way. Check the list of withdrawals first, or you may withdraw twice.',
        ]
      : []),
    ...(destination.kind === 'untold'
      ? [
          `Laso has not told us the address it will send to. Ask ${supportEmail} first, or withdraw a very small amount and see where it goes.`,
        ]
      : []),
    ...(strays > 0
      ? [
          `Laso reported another wallet for ${strays === 1 ? 'an earlier withdrawal' : `${strays} earlier withdrawals`}. This one may go there too.`,
        ]
      : []),
  ];
}
