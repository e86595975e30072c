import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsOf } from '#domain/spend.ts';
import { statusWord } from '#domain/card.ts';
import { newestTransactionFirst } from '#domain/transaction.ts';
import { INTL_COMPLETE, PAN, US_PENDING, US_READY } from './card-answers.ts';
import { listCards } from './get-card-data.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, testClient } from './test-client.ts';

/** What servers do to fields (lessons.md R21). */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '12.50',
    '1706400000',
    1_706_400_000,
    1_706_400_000_000,
    '2025-01-15',
    '2025-01-15T10:00:00+02:00',
    -1,
    1e300,
    '1/15/2025',
  ),
);

/** The same answer with some of its fields, at any depth, replaced or gone. */
function mutated(value: unknown, pick: () => { act: number; value: unknown }): unknown {
  const change = pick();
  if (change.act === 0) return change.value;
  if (Array.isArray(value)) return value.map((item) => mutated(item, pick));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(() => pick().act !== 1);
  return Object.fromEntries(entries.map(([name, field]) => [name, mutated(field, pick)]));
}

test('however an answer is bent, cards come out or a LasoError, never a crash and never a card number', async () => {
  const changes = fc.infiniteStream(fc.record({ act: fc.nat({ max: 14 }), value: strange }));
  await fc.assert(
    fc.asyncProperty(changes, async (stream) => {
      const pick = () => stream.next().value ?? { act: 9, value: null };
      const body = mutated({ cards: [US_READY, INTL_COMPLETE, US_PENDING] }, pick);
      const { client } = testClient(answering(new Response(JSON.stringify(body) ?? '')));
      const cards = await listCards(client, ACCOUNT, 'us').catch((error: unknown) => {
        if (!(error instanceof LasoError)) throw error;
        expect(inspect(error, { depth: 9 })).not.toContain(PAN);
        return [];
      });
      expect(inspect(cards, { depth: 9 })).not.toContain(PAN);
      for (const card of cards) {
        expect(card.id).not.toBe('');
        expect(statusWord(card)).toBeTypeOf('string');
        for (const line of card.transactions) expect(line.amountCents).toBeGreaterThanOrEqual(0);
        card.transactions.toSorted(newestTransactionFirst('America/New_York'));
      }
      for (const figure of Object.values(totalsOf(cards))) expect(figure).toSatisfy(Number.isSafeInteger);
    }),
    { numRuns: 400 },
  );
});
