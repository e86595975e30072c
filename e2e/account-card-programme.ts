import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import type { AccountCardProgramme } from '#sandbox/account-card/programme.ts';
import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { AccountCardPage } from './pages/account-card-page.ts';

export function programmeOf({ accountCard }: Sandbox): AccountCardProgramme {
  if (!accountCard) throw new Error('The sandbox has no account-card program.');
  return accountCard;
}

/** Gives the verified user a card whose provisioning is over. */
export function giveActiveCard(sandbox: Sandbox): void {
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 0;
  store.order(store.users.verified);
}

/** The page of a verified user with an active card. */
export async function withActiveCard(page: Page, sandbox: Sandbox): Promise<AccountCardPage> {
  giveActiveCard(sandbox);
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.button('Freeze').waitFor();
  return card;
}
