import { parseConfig, type LasoConfig } from '#config/config-schema.ts';
import { NETWORK, ORIGIN } from '#payments/testing/order-builders.ts';

/**
 * A valid configuration for tests, with what the test cares about: Laso's own servers, Base alone, no node to
 * ask.
 */
export const testConfig = (changes: Partial<LasoConfig> = {}): LasoConfig =>
  parseConfig({
    apiBaseUrl: ORIGIN,
    identityToolkitUrl: 'https://identitytoolkit.googleapis.com',
    firebaseApiKey: '',
    firebaseProjectId: '',
    supportEmail: 'agents+support@laso.finance',
    networks: [{ ...NETWORK, rpcUrl: '' }],
    redemptionHosts: ['pay.runa.io'],
    imageHosts: [],
    ...changes,
  });
