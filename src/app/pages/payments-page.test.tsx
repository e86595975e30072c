import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { createLasoClient } from '#laso/client.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { advance } from '#payments/journal/payment-row.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { ORIGIN, reviewOf, signedPayment } from '#payments/testing/order-builders.ts';
import { paymentRow } from '#testing/payment-row.ts';
import { renderWithProviders, testQueryClient } from '#testing/render-with-providers.tsx';
import { testConfig } from '#testing/test-config.ts';
import { ServicesContext } from '../services.ts';
import { PaymentsPage } from './payments-page.tsx';

// jsdom has no Web Locks.
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (name: string, ...rest: unknown[]) => {
      const work = rest.at(-1);
      return typeof work === 'function' ? work({ name }) : undefined;
    },
  },
});

const config = testConfig();
const never = () => Promise.reject(new Error('no account is signed in'));
const client = createLasoClient({ baseUrl: ORIGIN, tokens: { bearer: never, renew: never } });

const show = (queryClient = testQueryClient()) =>
  renderWithProviders(
    <ServicesContext value={{ config, client, queryClient }}>
      <PaymentsPage />
    </ServicesContext>,
    { config, queryClient },
  );

afterEach(cleanup);

test('a payment made after the page was left is there when it is opened again', async () => {
  const queryClient = testQueryClient();
  const first = show(queryClient);
  await screen.findByText('No payments yet');
  first.unmount();
  const signing = paymentRow({ id: 'made-later' });
  await journal.commit(signing);
  await journal.commit(advance(signing, 'not-charged', { atMs: Date.now() }));
  show(queryClient);
  expect(await screen.findByRole('list', { name: 'Payments' })).toBeTruthy();
  expect(screen.queryByText('No payments yet')).toBeNull();
  await journal.remove('made-later');
});

test('a payment that a closed page had sent is unknown, says what hinders the look, and stays so when checked again', async () => {
  let row = rowOf(reviewOf(), Date.now());
  await journal.commit(row);
  for (const to of ['signed', 'sent'] as const) {
    const patch =
      to === 'signed'
        ? { signed: signedPayment(), marks: { nonce: '0x1' }, validBeforeSec: 4_000_000_000 }
        : {};
    row = advance(row, to, { atMs: Date.now(), patch });
    await journal.commit(row);
  }
  show();
  const list = await screen.findByRole('list', { name: 'Payments' });
  await screen.findByText(/operator has to set networks\[eip155:8453\]\.rpcUrl/);
  expect(list.textContent).toMatch(/Outcome unknown/);
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  expect((await journal.get('order-1'))?.state).toBe('unknown');
  expect(list.textContent).not.toMatch(/Not charged/);
});

test('A1: “Check again” on a payment that was called not charged asks the chain, and says what came of it', async () => {
  let row = rowOf(reviewOf({ orderId: 'ended' }), Date.now());
  await journal.commit(row);
  for (const to of ['signed', 'sent', 'unknown', 'not-charged'] as const) {
    const signed = { signed: signedPayment(), marks: { nonce: '0x1' }, validBeforeSec: 4_000_000_000 };
    const patch = to === 'signed' ? signed : to === 'sent' ? { sends: 1 } : {};
    row = advance(row, to, { atMs: Date.now(), patch });
    await journal.commit(row);
  }
  show();
  const item = (await screen.findByText(/Not charged/, { selector: 'strong' })).closest('li');
  if (!item) throw new Error('no row');
  const again = within(item).getByRole('button', { name: /Check again/ });
  // The page's own look, when it opens, comes first.
  await waitFor(() => expect(again.getAttribute('aria-busy')).not.toBe('true'));
  await userEvent.click(again);
  expect(await within(item).findByText(/could not be read when this was checked again/)).toBeTruthy();
  expect(await journal.get('ended')).toMatchObject({
    state: 'not-charged',
    looks: { tried: 1, confirmed: 0 },
  });
});
