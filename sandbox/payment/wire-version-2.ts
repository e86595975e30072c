import {
  decodePaymentSignatureHeader,
  encodePaymentRequiredHeader,
  encodePaymentResponseHeader,
} from '@x402/core/http';
import { NO_STORE, type PaymentWire } from './wire.ts';

/** Version 2: everything in headers, the 402's body is `{}` (laso-api.md §3). */
export const version2: PaymentWire = {
  header: (c) => c.req.header('payment-signature'),
  payload: (header) => {
    try {
      const payload = decodePaymentSignatureHeader(header);
      const usable =
        payload.x402Version === 2 &&
        typeof payload.payload === 'object' &&
        typeof payload.accepted === 'object';
      return usable ? payload : null;
    } catch {
      return null;
    }
  },
  challenge: (c, required) =>
    c.json({}, 402, { 'PAYMENT-REQUIRED': encodePaymentRequiredHeader(required), ...NO_STORE }),
  receipt: (settled) => ['PAYMENT-RESPONSE', encodePaymentResponseHeader(settled)],
  networkName: (network) => network,
};
