import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { BASELINE } from '../../../.ci/browsers/baseline.ts';

const SCRIPT = readFileSync('public/too-old.js', 'utf8');
const LINK = 'https://dash.example/sign-in?authToken=a.b.c';

/** The page as the script finds it. */
function drawn({
  link = LINK,
  tooOld = true,
  root = '',
}: { link?: string | null; tooOld?: boolean; root?: string } = {}) {
  document.body.innerHTML = `<div id="root">${root}</div>`;
  Object.assign(window, { tooOld, takeLoginLink: () => link });
  // oxlint-disable-next-line no-implied-eval -- a plain script of public/, as the browser runs it
  new Function(SCRIPT)();
}

afterEach(() => {
  document.body.replaceChildren();
  document.head.replaceChildren();
  Reflect.deleteProperty(window, 'tooOld');
  Reflect.deleteProperty(window, 'takeLoginLink');
});

test('it names the oldest versions of the baseline, which the README states too', () => {
  drawn();
  const { safari, chrome, edge, firefox } = BASELINE;
  const words = `Safari ${safari}, Chrome ${chrome}, Edge ${edge}, Firefox ${firefox} or a newer one`;
  expect(screen.getByRole('alert').textContent).toContain(words);
  expect(readFileSync('README.md', 'utf8')).toContain(
    `Safari ${safari}, Chrome and Edge ${chrome}, Firefox ${firefox}`,
  );
});

test('the link is hidden until it is asked for, and again when the tab is left', async () => {
  drawn();
  const field = screen.getByRole('textbox', { name: 'Login link' });
  expect(document.documentElement.outerHTML).not.toContain('a.b.c');
  expect(field).toHaveProperty('value', 'https://dash.example/sign-in?authToken=••••••••');
  await userEvent.click(screen.getByRole('button', { name: 'Show link' }));
  expect(field).toHaveProperty('value', LINK);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(field).not.toHaveProperty('value', LINK);
  hidden.mockRestore();
});

test('it copies the whole link through the clipboard', async () => {
  const user = userEvent.setup();
  drawn();
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText(/^Copied/)).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe(LINK);
});

test.each([
  ['copies what is selected', true, /^Copied/],
  ['or says that it has to be done by hand', false, /^This browser does not copy by itself/],
])('where scripts have no clipboard it %s', async (_what, copies, said) => {
  const user = userEvent.setup();
  vi.stubGlobal('navigator', {});
  let selected = '';
  Object.assign(document, {
    execCommand: () => {
      const field = screen.getByRole('textbox');
      if (field instanceof HTMLInputElement)
        selected = field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      return copies;
    },
  });
  drawn();
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText(said)).toBeDefined();
  expect(selected).toBe(LINK);
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
});

test('without a link there is none to copy', () => {
  drawn({ link: null });
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('where only the start failed it does not say that it knows why', () => {
  drawn({ tooOld: false });
  expect(screen.getByRole('alert').textContent).toContain('could not start in this browser');
});

test('what the app has said itself stays', () => {
  drawn({ root: 'This dashboard cannot start: its configuration is missing or wrong.' });
  expect(screen.queryByRole('alert')).toBeNull();
});
