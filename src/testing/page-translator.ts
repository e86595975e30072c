/**
 * The browser's own operations: an extension's script has a world of its own, where nothing of the page is
 * patched.
 */
const { appendChild, insertBefore, removeChild, replaceChild } = Node.prototype;

/** Every way in which translators and extensions were seen to change a text, each on one text node. */
export const MANNERS: Readonly<Record<string, (text: Text, parent: Node) => void>> = {
  'replaces it': (text, parent) => void replaceChild.call(parent, font(text.data), text),
  'puts its own before it and removes it': (text, parent) => {
    insertBefore.call(parent, font(text.data), text);
    removeChild.call(parent, text);
  },
  'removes it and puts its own there': (text, parent) => {
    const next = text.nextSibling;
    removeChild.call(parent, text);
    insertBefore.call(parent, font(text.data), next);
  },
  'wraps it': (text, parent) => {
    const wrapper = document.createElement('font');
    insertBefore.call(parent, wrapper, text);
    appendChild.call(wrapper, text);
  },
  'replaces it twice': (text, parent) => {
    const first = font(text.data);
    replaceChild.call(parent, first, text);
    replaceChild.call(parent, font(text.data), first);
  },
  'rewrites it': (text) => {
    text.data = translated(text.data);
  },
  'splits it': (text, parent) => {
    const rest = text.splitText(Math.floor(text.length / 2));
    const mark = document.createElement('mark');
    mark.textContent = rest.data;
    replaceChild.call(parent, mark, rest);
  },
  // A script of the page's own world calls what the page has patched.
  'replaces it by the page’s own methods': (text, parent) => {
    parent.insertBefore(font(text.data), text);
    parent.removeChild(text);
  },
};

/** As a blocker of advertisements does. */
export const takeAway = (text: Text): void =>
  void (text.parentNode && removeChild.call(text.parentNode, text));

/**
 * A translated sentence has another order: its words end up in the first of its texts, and the others are
 * empty.
 */
export function translateAsOne(sentence: Element): void {
  const words = untranslated(sentence.textContent);
  for (const [at, text] of textsIn(sentence).entries())
    if (text.parentNode) replaceChild.call(text.parentNode, font(at === 0 ? words : ''), text);
}

/** As a reader sees it, with the translation undone. */
export const untranslated = (text: string | null): string => (text ?? '').replaceAll(/[«»]/g, '');

/** All texts under `root` that are not translated yet. */
export function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode())
    if (walker.currentNode instanceof Text && isFresh(walker.currentNode)) texts.push(walker.currentNode);
  return texts;
}

const isFresh = (text: Text): boolean =>
  text.data !== '' && !text.data.startsWith('«') && !text.parentElement?.closest('font, mark');

const translated = (text: string): string => `«${text}»`;

function font(text: string): HTMLElement {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  appendChild.call(inner, document.createTextNode(translated(text)));
  appendChild.call(outer, inner);
  return outer;
}
