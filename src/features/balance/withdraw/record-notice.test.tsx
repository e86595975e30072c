import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RecordNotice } from './record-notice.tsx';
import { aRecord } from '../testing/withdrawal-builders.ts';
import type { WithdrawalFinding, WithdrawalRecord } from './withdrawal-record.ts';
import type { WithdrawalRefusal } from './withdrawal-refusal.ts';
import { LET_GO_AFTER_MS } from './withdrawal-rules.ts';

function show(more: Partial<WithdrawalRecord>) {
  const done: string[] = [];
  const record = aRecord({ amountCents: 500, state: 'open', endedAtMs: 1_700_000_001_000, ...more });
  const { container } = render(
    <RecordNotice
      record={record}
      looking={false}
      onLook={() => done.push('look')}
      onAllowAnother={() => done.push('allow')}
      onRead={() => done.push('read')}
    />,
  );
  return { done, text: container.textContent };
}
const button = (name: string) => screen.queryByRole('button', { name });

const REFUSALS: [refusal: WithdrawalRefusal, sentence: string][] = [
  [{ kind: 'bad-request', words: 'Insufficient funds' }, 'Laso did not accept this withdrawal.'],
  [{ kind: 'unauthorized', words: null }, 'Laso did not accept this session.'],
  [{ kind: 'forbidden', words: 'Blocked' }, 'Laso refused this withdrawal.'],
  [{ kind: 'frozen', words: 'Under review' }, 'Laso has frozen this account.'],
  [{ kind: 'not-found', words: null }, 'Laso answered that this account has no balance to withdraw from.'],
  [{ kind: 'conflict', words: null }, 'Laso is already working on a withdrawal.'],
  [{ kind: 'rate-limited', words: 'Slow down' }, 'Laso asks to wait before the next withdrawal.'],
  [{ kind: 'payment-required', words: 'Too low' }, 'Laso answered that a balance is too low for this.'],
  [{ kind: 'region', words: 'Not from there' }, 'Laso does not offer this where you are.'],
  [
    { kind: 'forbidden', words: 'Verify', code: 'kyc_required' },
    'Laso wants to verify the holder’s identity first.',
  ],
  [
    { kind: 'bad-request', words: 'Bad', hint: 'Give a base58 address.', code: 'invalid_solana_address' },
    'Laso does not accept the Solana address.',
  ],
  [
    { kind: 'bad-request', words: 'No', hint: null, code: 'a_code_of_next_year' },
    'Laso did not accept this withdrawal.',
  ],
];

test.each(REFUSALS)(
  'A2: a refusal ($kind) is said at once, with the time at which it is certain',
  (refusal, sentence) => {
    show({ refusal });
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain(sentence);
    expect(text).toMatch(/whether the \$5\.00 of .* went out is not certain yet/);
    expect(text).toMatch(/until \d\d:\d\d:\d\d at the earliest/);
    expect(text).not.toContain('Nothing was withdrawn');
    if (refusal.words !== null) expect(text).toContain(`“${refusal.words}”`);
    if (refusal.hint) expect(text).toContain(`Laso advises: “${refusal.hint}”`);
    expect(text).not.toMatch(/_/);
    expect(button('Allow another one')).toBeNull();
  },
);

test.each(REFUSALS)(
  'a refusal ($kind) that late reads have confirmed says that nothing was withdrawn',
  (refusal, sentence) => {
    const { done } = show({ refusal, state: 'refused' });
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain(sentence);
    expect(text).toContain('Nothing was withdrawn.');
    if (refusal.words !== null) expect(text).toContain(`“${refusal.words}”`);
    fireEvent.click(screen.getByRole('button', { name: 'I have seen it' }));
    expect(done).toEqual(['read']);
  },
);

test('silence, with nothing found a minute later: a click allows another one', () => {
  const { done } = show({ waitedMs: LET_GO_AFTER_MS, look: 'nothing' });
  expect(screen.getByRole('status').textContent).toContain('is not in Laso’s history.');
  fireEvent.click(screen.getByRole('button', { name: 'Allow another one' }));
  expect(done).toEqual(['allow']);
});

const FINDINGS: [look: WithdrawalFinding, sentence: string][] = [
  ['history-unreadable', 'which proves nothing about one that was just sent'],
  ['history-incomplete', 'lacks withdrawals that it listed before'],
  ['entries-unreadable', 'holds an entry that cannot be read'],
  ['maybe-listed', 'something new that may be this withdrawal or another one. Laso’s ids: x.'],
  ['balance-unreadable', 'the balance could not be compared'],
  ['balance-lower', 'the balance is lower than before: it may be on its way'],
];

test.each(FINDINGS)('A2: "%s" a minute later: only the typed amount allows another one', (look, sentence) => {
  const { done, text } = show({ waitedMs: LET_GO_AFTER_MS, look, foundIds: ['x'] });
  expect(text).toContain('It is still not known whether the $5.00 of');
  expect(text).toContain(sentence);
  expect(text).toContain('or you may withdraw twice');
  fireEvent.click(screen.getByRole('button', { name: 'Allow another one' }));
  expect(done).toEqual([]);
  fireEvent.change(screen.getByRole('textbox', { name: /^Type 5\.00/ }), { target: { value: '5.00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Allow another one' }));
  expect(done).toEqual(['allow']);
});

const ENDED: [record: Partial<WithdrawalRecord>, role: string, sentences: string[]][] = [
  [{ state: 'accepted', answeredId: 'x' }, 'status', ['$5.00 is on its way', 'does not list it yet']],
  [
    { state: 'accepted', answeredId: 'x', look: 'not-listed' },
    'status',
    ['but does not list it', 'with the id x'],
  ],
  [{ state: 'several', foundIds: ['x', 'y'] }, 'alert', ['2 withdrawals of $5.00', 'x, y']],
  [
    { state: 'contradicted', foundIds: ['x'] },
    'alert',
    ['may have been withdrawn after all', 'Laso’s ids: x.'],
  ],
];

test.each(ENDED)('$state is said, with the ids at Laso', (record, role, sentences) => {
  show(record);
  for (const sentence of sentences) expect(screen.getByRole(role).textContent).toContain(sentence);
});

test.each(['made', 'let-go'] as const)('nothing is said of one that is %s', (state) => {
  expect(show({ state }).text).toBe('');
});
