import { version1 } from './wire-version-1.ts';
import { version2 } from './wire-version-2.ts';
import type { PaymentWire } from './wire.ts';

export const wireOf = (version: 1 | 2): PaymentWire => (version === 1 ? version1 : version2);
