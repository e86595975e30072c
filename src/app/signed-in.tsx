import { useMemo } from 'react';
import { Navigate, Outlet } from 'react-router';
import { useSessions } from '#features/session/session-store.ts';
import { LasoContext } from '#laso/laso-context.ts';
import { useServices } from './services.ts';
import { paths } from './paths.ts';

/** Pages about an account: they get Laso's API and the account on screen. Without one there is only the door. */
export function SignedIn() {
  const account = useSessions((state) => state.active);
  const { client } = useServices();
  const laso = useMemo(() => account && { client, account }, [client, account]);
  if (!laso) return <Navigate to={paths.signIn} replace />;
  return (
    // A page of one account never lives on as a page of another.
    <LasoContext value={laso} key={laso.account}>
      <Outlet />
    </LasoContext>
  );
}
