import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { advance, summaryOf, type PaymentState, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { reviewOf, signedPayment } from '#payments/testing/order-builders.ts';
import { database } from '#storage/database.ts';
import shipped from '../../../laso.config.json' with { type: 'json' };
import { PaymentActions } from './payment-actions.tsx';
import { PaymentList } from './payment-list.tsx';

// jsdom has no Web Locks; what they are for is tested in payments/.
Object.defineProperty(navigator, 'locks', {
  value: { request: (name: string, _options: unknown, work: (lock: unknown) => unknown) => work({ name }) },
});
const END_SEC = 4_000_000_000;

afterEach(async () => {
  await (await database()).clear('payments');
});

async function stored(...path: PaymentState[]): Promise<PaymentSummary> {
  let row = rowOf(reviewOf(), Date.now());
  await journal.commit(row);
  for (const to of path) {
    const patch =
      to === 'signed'
        ? { signed: signedPayment(), validBeforeSec: END_SEC }
        : to === 'paid-not-delivered'
          ? { candidateIds: ['card-a', 'card-b'], reason: 'Paid on chain.' }
          : {};
    row = advance(row, to, { atMs: Date.now(), patch });
    await journal.commit(row);
  }
  return summaryOf(row);
}

function show(row: PaymentSummary, onSend = vi.fn(async (): Promise<PaymentError | null> => null)) {
  const onCheck = vi.fn();
  render(
    <ConfigContext value={parseConfig(shipped)}>
      <PaymentList
        entries={[{ kind: 'row', row }]}
        seen={new Map()}
        renderActions={(shown, nowMs) => (
          <PaymentActions
            row={shown}
            nowMs={nowMs}
            links={null}
            checking={false}
            onCheck={onCheck}
            onSend={onSend}
          />
        )}
      />
    </ConfigContext>,
  );
  return { onCheck, onSend, user: userEvent.setup() };
}

test('what was paid and never came can be asked for where the server promised to know it again, and only there', async () => {
  const paid = { ...(await stored('signed', 'sent', 'paid-not-delivered')), candidateIds: [] };
  const { onSend, user } = show({ ...paid, answerable: true });
  await user.click(screen.getByRole('button', { name: 'Ask Laso again for what you bought' }));
  expect(onSend).toHaveBeenCalledTimes(1);
  cleanup();
  show({ ...paid, answerable: false });
  expect(screen.queryByRole('button', { name: /Ask Laso again/ })).toBeNull();
});

const state = async () => (await journal.get('order-1'))?.state;

test('a signed payment waits for Send or Discard, and for nothing else', async () => {
  const { user, onSend } = show(await stored('signed'));
  expect(screen.getByRole('list', { name: 'Payments' }).textContent).toMatch(/In progress: signed, not sent/);
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Send', 'Discard']);
  expect(onSend).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await vi.waitFor(async () => expect(await state()).toBe('not-charged'));
});

test('what cannot be sent says why', async () => {
  const refusal = new PaymentError('busy', 'This wallet is already paying.');
  const { user, onSend } = show(
    await stored('signed'),
    vi.fn(() => Promise.reject(refusal)),
  );
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toBe('This wallet is already paying.');
  expect(onSend).toHaveBeenCalledTimes(1);
});

test('an unknown outcome is checked again on request, and put aside only with a reason', async () => {
  const { user, onCheck } = show(await stored('signed', 'sent', 'unknown'));
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(onCheck).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Dismiss' }));
  expect(dialog.getByText(/Say why/)).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Settled with support');
  await user.click(dialog.getByRole('button', { name: 'Dismiss' }));
  await vi.waitFor(async () =>
    expect((await journal.get('order-1'))?.dismissed?.reason).toBe('Settled with support'),
  );
});

test('of two new cards the person chooses the one of this payment', async () => {
  const { user } = show(await stored('signed', 'sent', 'paid-not-delivered'));
  await user.click(screen.getByRole('button', { name: 'This payment bought card card-b' }));
  await vi.waitFor(async () =>
    expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', cardId: 'card-b' }),
  );
});
