import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { testCard } from '#testing/card.ts';
import type { LasoClient } from '#laso/client.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { ACCOUNT, answering, testClient, type FakeServer } from '#testing/laso-client.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { RefreshBalance } from './refresh-balance.tsx';
import { noteRefresh } from './refresh-limits.ts';

beforeEach(() => localStorage.clear());

const show = (kind: LasoErrorKind) => {
  const refused = () => Promise.reject(new LasoError(kind, 'x', { serverMessage: 'Because' }));
  showWith({ read: refused, write: refused });
};
const showWith = (client: LasoClient, card = testCard()) =>
  renderWithProviders(<RefreshBalance card={card} />, { laso: { account: ACCOUNT, client } });

const SENTENCES: [LasoErrorKind, string][] = [
  ['bad-request', 'Laso did not accept the request to refresh this card.'],
  ['forbidden', 'This card belongs to another account.'],
  ['not-found', 'Laso does not know this card.'],
  ['conflict', 'The balance of this card is being refreshed already.'],
  // Without Retry-After it showed nothing at all.
  ['rate-limited', 'Too many requests for now.'],
];

test.each(SENTENCES)('refused as %s: a sentence of its own, with Laso’s words', async (kind, sentence) => {
  show(kind);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(sentence);
  expect(alert.textContent).toContain('“Because”');
});

test('F20: an answer without a body (204) starts the countdown', async () => {
  const { client } = testClient(answering(new Response(null, { status: 204 })));
  showWith(client, testCard({ id: 'answered-with-204', type: 'us' }));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect(await screen.findByText(/You can refresh again in [45]:/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

const limited = (body: object, headers: Record<string, string> = {}) =>
  answering(Response.json(body, { status: 429, headers }));
const DATE = () => new Date(Date.now() + 90_500).toUTCString();

test.each<[string, () => FakeServer, RegExp]>([
  [
    'the body',
    () => limited({ error: 'x', code: 'rate_limited', retry_after_seconds: 4210 }, { 'Retry-After': '9' }),
    /1 h 10 min/,
  ],
  ['seconds in the header', () => limited({ error: 'x' }, { 'Retry-After': '90' }), /1:(3[01]|2\d)/],
  ['a date in the header', () => limited({ error: 'x' }, { 'Retry-After': DATE() }), /1:(3[01]|2\d)/],
  ['its words, as the first edition', () => limited({ error: 'Please wait 212 seconds.' }), /3:(3[0-3]|2\d)/],
  [
    'nothing: the usual five minutes',
    () => limited({ error: 'Daily limit of 24 reached' }),
    /(5:0[01]|4:5\d)/,
  ],
])(
  'a refusal names its time by %s: a countdown that is there again after a reload',
  async (what, server, clock) => {
    const card = testCard({ id: `limited by ${what}`, type: 'us' });
    const view = showWith(testClient(server()).client, card);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Too many requests for now.');
    expect(view.container.textContent).toMatch(clock);
    view.unmount();
    expect(showWith(testClient(server()).client, card).container.textContent).toMatch(clock);
    expect(screen.getByRole('button', { name: 'Refresh balance' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  },
);

test('Laso’s number of refreshes is quoted, ours is 12', async () => {
  const server = limited({
    error: 'Daily limit of 24 reached',
    retry_after_seconds: 60,
    hint: 'Twelve a day.',
  });
  const card = testCard({ id: 'twelve', type: 'us' });
  noteRefresh(card.id, Date.now() - 600_000);
  showWith(testClient(server).client, card);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Laso says: “Daily limit of 24 reached” Laso advises: “Twelve a day.”',
  );
  expect(screen.getByText(/11 of 12 left in 24 hours\./)).toBeDefined();
});

test('a free route’s 402 is a sentence with Laso’s words, and one request', async () => {
  const server = answering(
    Response.json({ error: 'Balance too low for this card.', note: 'Fund it.' }, { status: 402 }),
  );
  showWith(testClient(server).client, testCard({ id: 'short', type: 'us' }));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  const { textContent } = await screen.findByRole('alert');
  expect(textContent).toContain('Laso answered that a balance is too low for this.');
  expect(textContent).toContain('“Balance too low for this card.” Laso advises: “Fund it.”');
  expect(textContent).toContain('Nothing was signed and nothing was paid');
  expect(server.sent).toHaveLength(1);
});

test.each([
  [451, { error: 'Unavailable' }],
  [403, { error: 'Not in your region' }],
])('a region (%i) is not called another account', async (status, body) => {
  showWith(testClient(answering(Response.json(body, { status }))).client);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  const { textContent } = await screen.findByRole('alert');
  expect(textContent).toContain('Laso does not offer this where you are.');
  expect(textContent).not.toContain('another account');
});

test('what is final is said so', async () => {
  const server = answering(Response.json({ error: 'Gone.', terminal: true }, { status: 404 }));
  showWith(testClient(server).client);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Laso says that this is final');
});

test('F19: a gateway’s Retry-After is kept to as well', async () => {
  const gateway = new Response('Too many', { status: 429, headers: { 'Retry-After': '90' } });
  showWith(testClient(answering(gateway)).client, testCard({ id: 'gateway-429', type: 'us' }));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Something between this page and Laso');
  expect(screen.getByText(/You can refresh again in 1:/)).toBeDefined();
});
