import { contentSecurityPolicy } from './content-security-policy.ts';
import type { LasoConfig } from './config-schema.ts';

const PLACE = /<!-- laso:config -->|<meta name="laso-config-start">[\s\S]*?<meta name="laso-config-end">/;

/**
 * Puts the configuration and the policy that matches it into `index.html`, in the place marked `<!-- laso:config -->`.
 * Works on an already stamped page too, so one build can be served with another configuration.
 */
export function stampHtml(
  html: string,
  config: LasoConfig,
  policy: string = contentSecurityPolicy(config),
): string {
  if (!PLACE.test(html)) throw new Error('index.html has no place for the configuration');
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  const stamped = [
    `<meta name="laso-config-start">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`,
    `<script type="application/json" id="laso-config">${json}</script>`,
    `<meta name="laso-config-end">`,
  ].join('\n    ');
  return html.replace(PLACE, () => stamped);
}
