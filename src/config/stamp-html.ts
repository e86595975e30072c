import { contentSecurityPolicy } from './content-security-policy.ts';
import type { LasoConfig } from './config-schema.ts';

const PLACE = '<!-- laso:config -->';
const START = '<meta name="laso-config-start">';
const END = '<meta name="laso-config-end">';

/**
 * Puts the configuration and the policy that matches it into `index.html`, in the place marked
 * `<!-- laso:config -->`. Works on an already stamped page too, so one build can be served with another
 * configuration.
 */
export function stampHtml(
  html: string,
  config: LasoConfig,
  policy: string = contentSecurityPolicy(config),
): string {
  const place = placeIn(html);
  if (!place) throw new Error('index.html has no place for the configuration');
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  const stamped = [
    START,
    `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`,
    `<script type="application/json" id="laso-config">${json}</script>`,
    END,
  ].join('\n    ');
  return `${html.slice(0, place.from)}${stamped}${html.slice(place.to)}`;
}

/** Where the mark stands, or what an earlier stamping wrote in its place. */
function placeIn(html: string): { from: number; to: number } | null {
  const mark = html.indexOf(PLACE);
  if (mark >= 0) return { from: mark, to: mark + PLACE.length };
  const from = html.indexOf(START);
  const end = html.indexOf(END, from);
  return from >= 0 && end >= 0 ? { from, to: end + END.length } : null;
}
