import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { LasoConfig } from '#config/config-schema.ts';
import { createTokenSource } from '#session/token-source.ts';
import { createLasoClient, type LasoClient } from '#laso/client.ts';
import {
  createQueryClient,
  dropReadsOfAccountsThatLeave,
  readAgainWhenStorageAnswers,
} from './query-client.ts';

export interface Services {
  config: LasoConfig;
  client: LasoClient;
  queryClient: QueryClient;
}

/** Everything that lives as long as the page, made once from the configuration. */
export function createServices(config: LasoConfig): Services {
  const queryClient = createQueryClient();
  dropReadsOfAccountsThatLeave(queryClient);
  readAgainWhenStorageAnswers(queryClient);
  const client = createLasoClient({
    baseUrl: config.apiBaseUrl,
    tokens: createTokenSource({
      baseUrl: config.apiBaseUrl,
      firebaseProjectId: config.firebaseProjectId,
    }),
  });
  return { config, client, queryClient };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices outside ServicesContext');
  return services;
}
