import type { Destination } from './destination.ts';

/** What a person must accept before a withdrawal is sent, each a sentence; usually nothing. */
export function withdrawDoubts(destination: Destination, strays: number, supportEmail: string): string[] {
  return [
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
