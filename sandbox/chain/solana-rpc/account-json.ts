import { readTokenAccount, TOKEN_ACCOUNT_SIZE, TOKEN_PROGRAM, USDC_DECIMALS } from '../spl-token.ts';
import type { SvmAccount } from './svm-runtime.ts';
import { toBase64 } from './wire.ts';

/** `UiTokenAmount`. `uiAmountString` is exact, `uiAmount` is not quite, as at a real node. */
export function tokenAmount(atomic: bigint) {
  const digits = String(atomic).padStart(USDC_DECIMALS + 1, '0');
  const whole = digits.slice(0, -USDC_DECIMALS);
  const part = digits.slice(-USDC_DECIMALS).replace(/0+$/, '');
  const text = part === '' ? whole : `${whole}.${part}`;
  return { amount: String(atomic), decimals: USDC_DECIMALS, uiAmount: Number(text), uiAmountString: text };
}

/** `getAccountInfo`'s value: base64, or parsed for token accounts. */
export function accountJson(account: SvmAccount | null, encoding: unknown) {
  if (!account) return null;
  const token =
    encoding === 'jsonParsed' && account.owner === TOKEN_PROGRAM ? readTokenAccount(account.data) : null;
  const info = token && {
    mint: token.mint,
    owner: token.owner,
    state: 'initialized',
    isNative: false,
    tokenAmount: tokenAmount(token.amount),
  };
  return {
    lamports: Number(account.lamports),
    owner: account.owner,
    executable: account.executable,
    rentEpoch: 0,
    space: account.data.length,
    data: info
      ? { program: 'spl-token', space: TOKEN_ACCOUNT_SIZE, parsed: { type: 'account', info } }
      : [toBase64(account.data), 'base64'],
  };
}
