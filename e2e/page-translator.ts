import type { BrowserContext, Page } from '@playwright/test';

/**
 * In which world a translator's script runs: browsers and extensions have one of their own, user scripts
 * often the page's.
 */
export type TranslatorWorld = 'its own' | 'the page’s';

/**
 * From the next load on, wraps every text of the page in `<font><font>` at once and after every change, as
 * Chrome's page translation does it; the words stay as they are, so that a text can be compared with what it
 * should be.
 */
export async function translatePages(
  context: BrowserContext,
  page: Page,
  world: TranslatorWorld,
): Promise<void> {
  if (world === 'the page’s') {
    await page.addInitScript(wrapEveryText, false);
    return;
  }
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${String(wrapEveryText)})(true)`,
    worldName: 'translator',
  });
}

/** How many texts stand in the page unwrapped: none, once the translator had its turn. */
export const countUnwrapped = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (walker.currentNode.nodeValue?.trim() && parent && !parent.closest('font, script, noscript, svg'))
        count += 1;
    }
    return count;
  });

/**
 * `byReplacing`: in one step; else its own comes first and the text is removed after it. Runs in the browser:
 * uses nothing from here.
 */
function wrapEveryText(byReplacing: boolean): void {
  const isOurs = (text: Node): boolean =>
    !text.nodeValue?.trim() ||
    text.parentElement?.namespaceURI !== 'http://www.w3.org/1999/xhtml' ||
    text.parentElement.closest('font, script, style, title, noscript, textarea') !== null;
  const wrap = (text: Node): void => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(text.nodeValue ?? '');
    outer.append(inner);
    const parent = text.parentNode;
    if (byReplacing) parent?.replaceChild(outer, text);
    else {
      parent?.insertBefore(outer, text);
      parent?.removeChild(text);
    }
  };
  const wrapAll = (): void => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) if (!isOurs(walker.currentNode)) texts.push(walker.currentNode);
    for (const text of texts) wrap(text);
  };
  new MutationObserver(wrapAll).observe(document, { subtree: true, childList: true, characterData: true });
  wrapAll();
}
