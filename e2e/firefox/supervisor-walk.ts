import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../stage.ts';
import type { Walker } from './walker.ts';

/** From the login link to the sign-out, with everything a person without a wallet does in between. */
export async function walkAsSupervisor(walker: Walker, stage: Stage, downloads: string): Promise<void> {
  const { sandbox } = stage;
  const { busy } = sandbox.accounts;
  const card = sandbox.store
    .cardsOf(busy, 'us')
    .find((one) => one.availableCents > 0 && one.type === 'us' && one.readyAt < Date.now());
  if (!card) throw new Error('The busy agent has no ready card.');
  const number = card.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

  await walker.step('a login link lands, and its token leaves the address', async () => {
    await walker.open(sandbox.createLoginLink(busy));
    await walker.find('button', /^Sign in as 0x/);
    assert.ok(!walker.page.url().includes('authToken'));
    await walker.press('button', /^Sign in as 0x/);
  });
  await walker.step('the overview says what was spent', () =>
    walker.reads(/Your agent spent \$[\d,]+\.\d\d in the last 30 days/),
  );
  await walker.step('the cards are listed', async () => {
    await walker.press('link', /^Cards$/);
    await walker.reads(new RegExp(`${sandbox.store.cardsOf(busy).length} cards`));
  });
  await walker.step('a card’s number is revealed, and hidden again', async () => {
    await walker.open(`/cards/${card.cardId}`);
    await walker.press('button', /^Reveal card number/);
    await walker.reads(new RegExp(number));
    await walker.press('button', /^Hide/);
    await walker.readsNoMore(number);
  });
  await walker.step('the activity is exported', async () => {
    await walker.press('link', /^Activity$/);
    await walker.reads(/of \d+ entries/);
    await walker.press('button', /^Export CSV/);
    const csv = await downloaded(downloads, '.csv');
    assert.ok(csv.split('\r\n').length > 100, 'the file has the entries');
    assert.ok(!csv.includes(card.number), 'the file has no card number');
  });
  await walker.step('the settings open', async () => {
    await walker.press('link', /^Settings$/);
    await walker.find('heading', /^Settings$/);
    await walker.reads(/Alerts/);
  });
  await walker.step('signing out leaves the door', async () => {
    await walker.press('button', /^Account/);
    await walker.press('menuitem', /^Sign out$/);
    await walker.press('button', /^Sign out$/);
    await walker.reads(/Nobody is signed in/);
    await walker.readsNoMore(busy.slice(0, 6));
    await walker.open('/cards');
    await walker.press('link', /^Sign in/);
    await walker.find('textbox', /Login link/);
  });
}

/** The text of the file that appears there, once it is whole. */
async function downloaded(folder: string, ending: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const names = await readdir(folder);
    const name = names.find((one) => one.endsWith(ending));
    const text =
      name && !names.some((one) => one.endsWith('.part')) ? await readFile(join(folder, name), 'utf8') : '';
    if (text !== '') return text;
    await pause(100);
  }
  throw new Error(`No file *${ending} was saved.`);
}
