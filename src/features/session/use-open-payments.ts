import { useEffect, useState } from 'react';
import type { OpenPayment } from './open-payment.ts';

/** The open payments once they are read; `unreadable` when the device refuses: signing out must not depend on them. */
export function useOpenPayments(
  read: () => Promise<OpenPayment[]>,
): readonly OpenPayment[] | 'reading' | 'unreadable' {
  const [state, setState] = useState<readonly OpenPayment[] | 'reading' | 'unreadable'>('reading');
  useEffect(() => {
    let here = true;
    read().then(
      (payments) => here && setState(payments),
      () => here && setState('unreadable'),
    );
    return () => {
      here = false;
    };
  }, [read]);
  return state;
}
