import type { LasoConfig } from './config-schema.ts';

/**
 * The configuration stamped into the page. The build has checked it (config-schema.ts, stamp-html.ts), so no
 * visitor downloads the schema. Throws when it is missing or no JSON: nothing works without it.
 */
export function readConfig(from: Document = document): LasoConfig {
  const text = from.getElementById('laso-config')?.textContent;
  if (!text) throw new Error('This page was built without its configuration.');
  const config: LasoConfig = JSON.parse(text);
  return config;
}
