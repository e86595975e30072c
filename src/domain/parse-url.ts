/** The address, or null where a text is none. `URL.parse` does the same, in Safari from 18 on. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
