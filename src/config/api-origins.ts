import type { LasoConfig } from './config-schema.ts';

/** The origins that challenges and sign-in messages may name; by default just the API's own. */
export const apiOriginsOf = (config: LasoConfig): string[] =>
  config.apiOrigins ?? [new URL(config.apiBaseUrl).origin];
