import { createContext, use } from 'react';
import type { LasoConfig } from './config-schema.ts';

export const ConfigContext = createContext<LasoConfig | null>(null);

export function useConfig(): LasoConfig {
  const config = use(ConfigContext);
  if (!config) throw new Error('useConfig outside ConfigContext');
  return config;
}
