import type { Page } from '@playwright/test';

/** All that react-query holds, queries and mutations, read through the provider in React's tree. */
export async function queryCache(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.getElementById('root');
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer')) ?? '';
    const fibers: unknown[] = [Reflect.get(root ?? {}, key)];
    while (fibers.length > 0) {
      const fiber = Object(fibers.pop());
      const client = Object(fiber.memoizedProps).client;
      if (typeof client?.getQueryCache === 'function') {
        const entries = [...client.getQueryCache().getAll(), ...client.getMutationCache().getAll()];
        return JSON.stringify(entries.map((entry: { options: unknown; state: unknown }) => entry.state));
      }
      fibers.push(...[fiber.sibling, fiber.child].filter(Boolean));
    }
    throw new Error('There is no query client in the tree');
  });
}
