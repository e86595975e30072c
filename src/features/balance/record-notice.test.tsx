import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ACCOUNT } from '#laso/test-client.ts';
import { RecordNotice } from './record-notice.tsx';
import { LET_GO_AFTER_MS, type WithdrawalRecord } from './withdrawal-record.ts';
import type { WithdrawalRefusal } from './withdrawal-refusal.ts';

function show(more: Partial<WithdrawalRecord>) {
  const record: WithdrawalRecord = {
    version: 1,
    id: 'r1',
    accountId: ACCOUNT,
    amountCents: 500,
    startedAtMs: 1_700_000_000_000,
    knownIds: [],
    state: 'unknown',
    endedAtMs: 1_700_000_001_000,
    answeredId: null,
    lookedAtMs: null,
    foundIds: [],
    ...more,
  };
  render(<RecordNotice record={record} looking={false} onLook={() => {}} onDone={() => {}} />);
}

const REFUSALS: [refusal: WithdrawalRefusal, sentence: string][] = [
  [{ kind: 'bad-request', words: 'Insufficient funds' }, 'Laso did not accept this withdrawal.'],
  [{ kind: 'conflict', words: null }, 'Laso is already working on a withdrawal.'],
  [{ kind: 'rate-limited', words: 'Slow down' }, 'Laso asks to wait before the next withdrawal.'],
];

test.each(REFUSALS)(
  'a refusal that is not certain ($kind) never says that nothing was withdrawn',
  (refusal, sentence) => {
    show({ refusal });
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain(sentence);
    expect(text).toMatch(/whether the \$5\.00 of .* went out is not certain yet/);
    expect(text).not.toContain('Nothing was withdrawn');
    if (refusal.words !== null) expect(text).toContain(`“${refusal.words}”`);
    expect(screen.queryByRole('button', { name: 'Allow another one' })).toBeNull();
  },
);

test('a minute later it is like any other that the history does not show', () => {
  const endedAtMs = 1_700_000_001_000;
  show({ refusal: { kind: 'conflict', words: null }, endedAtMs, lookedAtMs: endedAtMs + LET_GO_AFTER_MS });
  expect(screen.getByRole('status').textContent).toContain('is not in Laso’s history.');
  expect(screen.getByRole('button', { name: 'Allow another one' })).toBeTruthy();
});
