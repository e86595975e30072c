/**
 * A copy of a challenge with some fields changed. Keys are dotted:
 * `resource.url` is the challenge's own; everything else (`payTo`, `amount`,
 * `extra.name`, …) belongs to its first `accepts` entry. `null` removes a field.
 */
export function patched<T extends { accepts: unknown[] }>(challenge: T, patch: Record<string, unknown>): T {
  const copy = structuredClone(challenge);
  for (const [path, value] of Object.entries(patch)) {
    const own = /^(resource|x402Version|extensions|error|accepts)(\.|$)/.test(path);
    setAt(own ? copy : copy.accepts[0], path.split('.'), value);
  }
  return copy;
}

function setAt(target: unknown, path: string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof target !== 'object' || target === null) return;
  if (rest.length > 0) {
    setAt(Reflect.get(target, key), rest, value);
  } else if (value === null) {
    Reflect.deleteProperty(target, key);
  } else {
    Reflect.set(target, key, value);
  }
}
