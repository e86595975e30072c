import { parseConfig, type LasoConfig } from './config-schema.ts';

/** The configuration stamped into the page. Throws when it is missing or wrong: nothing works without it. */
export function readConfig(from: Document = document): LasoConfig {
  const text = from.getElementById('laso-config')?.textContent;
  if (!text) throw new Error('This page was built without its configuration.');
  return parseConfig(JSON.parse(text));
}
