import type { Sandbox } from '../app.ts';

/** A parsed JSON answer, loosely typed: tests look into it with matchers. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export async function get(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answered(await fetch(`${sandbox.url}${path}`, { headers }));
}

export async function post(
  sandbox: Sandbox,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  return answered(await fetch(`${sandbox.url}${path}`, init));
}

export async function answered(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  const record = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  return { status: response.status, headers: response.headers, body: record };
}

export const bearer = (sandbox: Sandbox, userId: string): Record<string, string> => ({
  authorization: `Bearer ${sandbox.tokens.issue(userId).id_token}`,
});
