import type { Page } from '@playwright/test';
import { newerNames } from '../.ci/browsers/newer-names.ts';

/**
 * Takes from the page, before any script runs, what some browser of the baseline lacks by MDN's data (README,
 * "Browsers"): over 1,200 names that Chromium has. Resolves with a function that says which were there.
 */
export async function withoutNewerNames(page: Page): Promise<() => Promise<string[]>> {
  const names = newerNames()
    // The test tools read stacks by it.
    .filter(({ owner, name }) => `${owner}.${name}` !== 'Error.stackTraceLimit')
    .map(({ owner, name, place }) => [owner, name, place] as const);
  await page.addInitScript((all) => {
    const deleted: string[] = [];
    const step = (at: unknown, name: string): unknown =>
      at instanceof Object || at === window ? Reflect.get(Object(at), name) : undefined;
    const ownerOf = (owner: string): unknown => {
      if (owner === 'window') return window;
      return owner === 'TypedArray'
        ? Object.getPrototypeOf(Uint8Array)
        : owner.split('.').reduce(step, window);
    };
    for (const [owner, name, place] of all) {
      const itself = ownerOf(owner);
      const places = [
        ...(place === 'member' ? [] : [itself]),
        ...(place === 'static' ? [] : [step(itself, 'prototype')]),
      ];
      for (const one of places)
        if (one instanceof Object && Object.hasOwn(one, name) && Reflect.deleteProperty(one, name))
          deleted.push(`${owner}.${name}`);
    }
    Object.assign(window, { deletedNames: deleted });
  }, names);
  return () => page.evaluate(() => Reflect.get(window, 'deletedNames'));
}
