import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { unreadableRecord } from '#payments/journal/unreadable-record.ts';
import shipped from '../../../laso.config.json' with { type: 'json' };
import { paymentActivity } from './activity.ts';
import { exportText } from './export-text.ts';
import { PaymentActions } from './payment-actions.tsx';
import { paymentAdvice } from './payment-advice.ts';
import { PaymentList } from './payment-list.tsx';
import { paymentThrough, STARTED_MS } from '#testing/payment-row.ts';
import { supportText } from './support-text.ts';

const onCheck = vi.fn();
beforeEach(() => onCheck.mockReset());
afterEach(cleanup);

function show(entries: readonly JournalEntry[]) {
  render(
    <ConfigContext value={parseConfig(shipped)}>
      <PaymentList
        entries={entries}
        seen={new Map()}
        renderActions={(row, nowMs) => (
          <PaymentActions
            row={row}
            nowMs={nowMs}
            links={null}
            checking={false}
            onCheck={onCheck}
            onSend={async () => null}
          />
        )}
      />
    </ConfigContext>,
  );
  return within(screen.getByRole('list', { name: 'Payments' }));
}
const asRow = (row: PaymentSummary): JournalEntry => ({ kind: 'row', row });
const good = paymentThrough(['quoted', 'signing', 'signed', 'sent', 'unknown'], {
  id: 'good',
  reason: 'Good row.',
});

const ODD_MS = 9e15;
const odd = paymentThrough(['quoted', 'signing', 'signed', 'sent', 'unknown'], {
  validBeforeSec: 9_000_000_000_000_150,
  settledAtSec: 9e15,
  history: ['quoted', 'sent', 'unknown'].map((state) => ({
    state: state === 'sent' ? 'sent' : 'unknown',
    atMs: ODD_MS,
  })),
});

test('A5: times that no clock has are not known, in every place that tells them', () => {
  const open = (certainAtMs: number) => ({ kind: 'open' as const, certainAtMs });
  expect(paymentAdvice(odd, null, STARTED_MS)).toMatch(/When this will be certain is not known/);
  expect(paymentAdvice(odd, open(ODD_MS), STARTED_MS)).toMatch(/When this will be certain is not known/);
  expect(paymentAdvice(odd, open(Number.NaN), STARTED_MS)).toMatch(/The chain shows no payment so far/);
  expect(supportText(odd)).toMatch(/on chain at time not known/);
  expect(exportText([asRow(odd)], STARTED_MS)).toContain('9000000000000150');
  expect(paymentActivity([asRow(odd)], '/payments')[0]?.when).toBeNull();
  const list = show([asRow(odd), asRow(good)]);
  expect(list.getAllByRole('article')).toHaveLength(2);
  expect(list.getAllByText('time not known').length).toBeGreaterThan(1);
});

test('A5: a row that cannot be drawn is said in its place, and the others stay with their buttons', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = { ...good, id: 'broken', amountAtomic: 'not a number' };
  const list = show([asRow(broken), asRow(good)]);
  expect(list.getByRole('alert').textContent).toBe(
    'This payment is kept on this device, but cannot be shown. The others are not affected.',
  );
  expect(list.getAllByText(/Good row\./).length).toBeGreaterThan(0);
  expect(list.getAllByRole('button', { name: 'Check again' })).toHaveLength(1);
  vi.restoreAllMocks();
});

test('A9: a record of another version is shown with what can be made out, kept, and exported without its payload', () => {
  const stored = { ...good, version: 3, signed: { headerValue: 'SIGNED-CANARY' }, paymentId: 'ID-CANARY' };
  const entry: JournalEntry = { kind: 'corrupt', key: 'later', record: unreadableRecord('later', stored) };
  const bare: JournalEntry = { kind: 'corrupt', key: 'bare', record: unreadableRecord('bare', 42) };
  const list = show([entry, bare]);
  const [newer, damaged] = list.getAllByRole('article');
  expect(newer?.textContent).toMatch(
    /U\.S\. card.*50\.00.*newer version of this page.*asks before you order the same/,
  );
  expect(newer?.querySelector('time')?.dateTime).toBe('2026-11-21T12:00:00.000Z');
  expect(damaged?.textContent).toMatch(/cannot be read.*damaged/);
  const exported = exportText([entry, asRow(good)], STARTED_MS);
  expect(JSON.parse(exported)).toMatchObject({ unreadable: [{ key: 'later', amountAtomic: '50000000' }] });
  expect(exported).not.toContain('CANARY');
});

test('A1: what has its last word can be checked again, and tells when it was', async () => {
  const user = userEvent.setup();
  const row = paymentThrough(['quoted', 'signing', 'signed', 'sent', 'unknown', 'not-charged'], {
    marks: { nonce: '0x1' },
    reason: 'Expired unused.',
    looks: { tried: 1, confirmed: 1, atMs: STARTED_MS },
  });
  const list = show([asRow(row)]);
  expect(list.getByText(/Checked again on Nov 21.*still shows that no money moved/)).toBeTruthy();
  await user.click(list.getByRole('button', { name: 'Check again' }));
  expect(onCheck).toHaveBeenCalledWith(row);
  expect(list.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  cleanup();
  show([
    asRow({ ...row, settledAtSec: 1, marks: null, looks: { tried: 1, confirmed: 0, atMs: STARTED_MS } }),
  ]);
  expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  expect(screen.getByText(/could not be read when this was checked again/)).toBeTruthy();
});

test.each(['delivered', 'not-charged', 'paid-not-delivered'] as const)(
  'A1: a last word that was wrong is told on a row that is now %s, with the text for support, until it is dismissed',
  (state) => {
    const row = paymentThrough(['quoted', 'signing', 'signed', 'sent', 'unknown', state], {
      reason: 'This page said “Not charged”. That was wrong.',
      corrected: { from: 'not-charged', words: 'This page said “Not charged”. That was wrong.' },
    });
    const list = show([asRow(row)]);
    expect(list.getAllByText(/That was wrong/).length).toBeGreaterThan(0);
    expect(list.getByRole('button', { name: 'Copy text for support' })).toBeTruthy();
    expect(list.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
  },
);
