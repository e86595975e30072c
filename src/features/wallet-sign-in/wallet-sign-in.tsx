import { paths } from '#config/paths.ts';
import type { AccountId } from '#domain/account.ts';
import { shortAddress } from '#domain/account.ts';
import type { Credentials } from '#laso/auth.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { AccountsShown } from './accounts-shown.tsx';
import { AuthPaymentReview } from './auth-payment-review.tsx';
import { SignInProblem } from './sign-in-problem.tsx';
import { SignatureReview } from './signature-review.tsx';
import { useWalletSignIn } from './use-wallet-sign-in.ts';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';

interface WalletSignInProps {
  wallets: WalletPort;
  wallet: ConnectedWallet;
  accountOnScreen: AccountId | null;
  keep: boolean;
  onKeepChange: (keep: boolean) => void;
  /** Only ever the connected wallet's own. */
  onCredentials: (credentials: Credentials) => Promise<void>;
  onCancel: () => void;
}

/**
 * A connected wallet signs in: whose account, what will be signed or paid, then one button (product.md §1).
 */
export function WalletSignIn(props: WalletSignInProps) {
  const { wallets, wallet, accountOnScreen, keep, onKeepChange, onCredentials, onCancel } = props;
  const { address } = wallet;
  const state = useWalletSignIn({ wallets, address, accountOnScreen, onCredentials });
  const { terms, busy, error, row } = state;

  if (row && row.state !== 'not-charged') return <AuthPaymentProgress row={row} error={error} />;
  return (
    <>
      <AccountsShown address={address} accountOnScreen={accountOnScreen} />
      <SignInProblem error={error} />
      {!terms && error === null && (
        <LoadingRegion label={busy ? 'Laso checks the signature' : 'Asking Laso how this wallet signs in'}>
          <Skeleton className="h-32 w-full" />
        </LoadingRegion>
      )}
      {terms?.kind === 'signature' && <SignatureReview terms={terms} walletName={wallet.walletName} />}
      {terms?.kind === 'payment' && (
        <AuthPaymentReview
          quote={terms.quote}
          wallet={wallet}
          busy={busy}
          mayRepeat={state.mayRepeat}
          onPay={(acknowledged) => void state.pay(terms.quote, acknowledged)}
        />
      )}
      <Checkbox
        label="Keep me signed in"
        hint={keep ? 'On this device, until you sign out.' : 'Only in this tab, until you close it.'}
        checked={keep}
        onChange={(event) => onKeepChange(event.target.checked)}
      />
      <div className="flex flex-wrap gap-3">
        {terms?.kind === 'signature' && terms.problems.length === 0 && (
          <Button variant="primary" size="large" busy={busy} onClick={() => void state.sign(terms)}>
            Sign in as {shortAddress(address)}
          </Button>
        )}
        {error !== null && !terms && (
          <Button variant="primary" size="large" busy={busy} onClick={() => void state.askAgain()}>
            Try again
          </Button>
        )}
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  );
}

interface AuthPaymentProgressProps {
  row: NonNullable<ReturnType<typeof useWalletSignIn>['row']>;
  error: unknown;
}

/** After Pay: never a way back to the button while the payment may have been made. */
function AuthPaymentProgress({ row, error }: AuthPaymentProgressProps) {
  const underWay = row.state === 'signing' || row.state === 'signed' || row.state === 'sent';
  if (underWay)
    return (
      <Notice
        tone="info"
        title={row.state === 'signing' ? 'Confirm in your wallet.' : 'Do not close this page yet.'}
      >
        If it closes anyway, nothing is lost: every step is kept under Payments.
      </Notice>
    );
  return (
    <>
      <SignInProblem error={error} />
      {row.state === 'delivered' ? (
        <Notice tone="positive" title="Paid." />
      ) : (
        <Notice
          tone="danger"
          title={
            row.state === 'unknown'
              ? 'It is not known yet whether the sign-in was paid.'
              : 'You paid, and Laso did not sign you in.'
          }
        >
          {row.reason} The record is kept under Payments.
        </Notice>
      )}
      <div>
        <ButtonLink to={paths.payments} variant="primary">
          Open Payments
        </ButtonLink>
      </div>
    </>
  );
}
