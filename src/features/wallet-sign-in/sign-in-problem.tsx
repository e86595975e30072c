import { PaymentError } from '#payments/payment-error.ts';
import { Notice } from '#ui/notice.tsx';
import { explainSignIn } from './explain-sign-in.ts';
import { SignInError } from './sign-in-error.ts';

/** What stopped the sign-in, in words. A refusal by the wallet's owner and new terms are no failures. */
export function SignInProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  const { title, detail } = explainSignIn(error);
  const calm =
    (error instanceof PaymentError && error.kind === 'wallet-rejected') ||
    (error instanceof SignInError && (error.reason === 'stale' || error.reason === 'changed'));
  const findings = error instanceof PaymentError ? error.findings : [];
  return (
    <Notice tone={calm ? 'caution' : 'danger'} title={title}>
      {detail}
      {findings.map(({ code, sentence }) => (
        <p key={code}>{sentence}</p>
      ))}
    </Notice>
  );
}
