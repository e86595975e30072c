import { useConfig } from '#config/config-context.ts';
import { AccessForm } from '#features/account-card/access-form.tsx';
import { AccountCardHeader } from '#features/account-card/account-card-header.tsx';
import { AccountCardView } from '#features/account-card/account-card-view.tsx';
import { leaveProgramme, useProgrammeAccess } from '#features/account-card/programme-access.ts';
import { useSessions } from '#session/session-store.ts';
import { onSignOutElsewhere } from '#session/sign-out-marks.ts';

// A token can only be entered on this page, so its code is there when somebody signs out.
useSessions.subscribe((now, before) => {
  const stays = (id: string) => now.sessions.some(({ accountId }) => accountId === id);
  if (!before.sessions.every(({ accountId }) => stays(accountId))) leaveProgramme();
});
// In another tab: also of an account this tab never knew, and Erase. And a page that Back brings again starts without one.
onSignOutElsewhere(leaveProgramme);

/** The second issuer's programme (product.md §11). In builds whose configuration has `accountCard`, and nowhere else. */
export function AccountCardPage() {
  const { accountCard } = useConfig();
  const client = useProgrammeAccess((state) => state.client);
  // Its route is there only with the configuration.
  if (!accountCard) return null;
  if (client) return <AccountCardView key={keyOf(client)} client={client} />;
  return (
    <>
      <AccountCardHeader />
      <AccessForm config={accountCard} />
    </>
  );
}

const keys = new WeakMap<object, number>();
let made = 0;

/** Another access token is another page. */
function keyOf(client: object): number {
  const key = keys.get(client) ?? (made += 1);
  keys.set(client, key);
  return key;
}
