import type { SandboxApp } from '../context.ts';
import { jsonBody } from '../routes/json-body.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { forUser, refused } from './require-user.ts';

const PATH = '/pin-direct/set';

/**
 * `POST /v1/card/set-pin/token` and the hosted page where the PIN is typed: the
 * dashboard never sees it. An embedded page posts a message of type `abort`
 * when it is done and when it is dismissed, as the issuer's reference says.
 */
export function mountSetPinPage(app: SandboxApp, store: ProgrammeStore, origin: () => string): void {
  forUser(app, store, 'POST', '/v1/card/set-pin/token', (c, user) => {
    const card = store.cardOf(user);
    if (!card) return refused({ status: 404, message: 'Card not found' });
    const status = store.statusOf(card);
    if (status !== 'ACTIVE') return refused({ status: 403, message: `The card is ${status}` });
    const token = store.issueToken('set-pin', user);
    return c.json({ token, hostedPageUrl: `${origin()}${PATH}?token=${token}` });
  });

  app.get(PATH, (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    const token = c.req.query('token') ?? '';
    if (!store.token(token, 'set-pin', false))
      return c.html(page('<p>This page has been used already, or its time is over.</p>'), 410);
    return c.html(page(FORM));
  });

  app.post(PATH, async (c) => {
    const { pin } = await jsonBody(c);
    if (typeof pin !== 'string' || !/^\d{4}$/.test(pin))
      return refused({ status: 422, message: 'The PIN must have four digits' });
    const found = store.token(c.req.query('token') ?? '', 'set-pin', true);
    const card = found && store.cardOf(found.user);
    if (!card) return c.json({ message: 'This page has been used already, or its time is over.' }, 410);
    card.pin = pin;
    return c.json({ success: true });
  });
}

const FORM = `
<form>
  <label>New PIN <input name="pin" inputmode="numeric" maxlength="4" autocomplete="off" type="password" /></label>
  <label>New PIN again <input name="again" inputmode="numeric" maxlength="4" autocomplete="off" type="password" /></label>
  <p role="alert"></p>
  <button type="submit">Save PIN</button> <button type="button">Not now</button>
</form>
<script>
  const form = document.querySelector('form');
  const say = (text) => { document.querySelector('[role=alert]').textContent = text; };
  const done = () => parent.postMessage({ type: 'abort' }, '*');
  document.querySelector('button[type=button]').onclick = done;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const pin = form.pin.value;
    if (pin !== form.again.value) return say('The two PINs differ.');
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(location.href, { method: 'POST', headers, body: JSON.stringify({ pin }) });
    if (!answer.ok) return say((await answer.json()).message);
    document.body.innerHTML = '<p>Your PIN is set.</p><button type="button">Done</button>';
    document.querySelector('button').onclick = done;
  };
</script>`;

const page = (body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><title>Set your PIN</title>
<style>
  body { margin: 0; padding: 20px; font: 16px/1.5 Helvetica, Arial, sans-serif; background: #fff; color: #1c1b18; }
  form { display: grid; gap: 12px; } label { display: grid; gap: 4px; } p { margin: 0; min-height: 1.5em; }
  input, button { font: inherit; padding: 8px 12px; border: 1px solid #6b675e; border-radius: 8px; background: #fff; }
</style></head><body>${body}</body></html>`;
