/**
 * The hosted page posts a message of type `abort` when it is done and when it is dismissed (the issuer's reference, "Generate PIN Set Token",
 * `isEmbedded`). As an object, as its JSON, or as the bare word. Who sent it is the listener's matter.
 */
export function isGoodbye(data: unknown): boolean {
  const message = typeof data === 'string' && data.startsWith('{') ? parsed(data) : data;
  const type = typeof message === 'object' && message !== null ? Reflect.get(message, 'type') : message;
  return type === 'abort';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
