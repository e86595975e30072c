import { useMemo } from 'react';
import { Navigate, Outlet } from 'react-router';
import { useSessions } from '#session/session-store.ts';
import { AccountsContext, LasoContext } from '#session/laso-context.ts';
import { useServices } from '../services.ts';
import { paths } from '#config/paths.ts';

/** Pages about accounts: they get Laso's API, every account on screen, and the one that is acted for. Without one there is only the door. */
export function SignedIn() {
  const { sessions, active, showAll } = useSessions();
  const { client } = useServices();
  const laso = useMemo(() => active && { client, account: active }, [client, active]);
  const all = useMemo(
    () => sessions.map(({ accountId }) => ({ client, account: accountId })),
    [client, sessions],
  );
  const accounts = useMemo(() => (showAll ? all : laso ? [laso] : []), [showAll, all, laso]);
  if (!laso) return <Navigate to={paths.signIn} replace />;
  return (
    // A page of one account never lives on as a page of another.
    <AccountsContext value={accounts} key={showAll ? 'all' : laso.account}>
      <LasoContext value={laso}>
        <Outlet />
      </LasoContext>
    </AccountsContext>
  );
}
