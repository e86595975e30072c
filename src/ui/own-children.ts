import { isStillWanted } from './react-nodes.ts';

/**
 * Where React put its nodes, and what it last wrote into them: the state to restore when an extension or a
 * page translator has changed it. The page itself no longer holds it, because a translator removes, wraps,
 * splits and rewrites text nodes.
 */
const childrenOf = new WeakMap<Node, Node[]>();
const parentOf = new WeakMap<Node, Node>();
/** By text node; by element where its only child is a text that React writes through the element. */
const written = new WeakMap<Node, string>();

/** The browser's own operations: what is put right here is not React's doing. */
const { insertBefore, removeChild } = Node.prototype;

export const ownChildren = (parent: Node): readonly Node[] => childrenOf.get(parent) ?? [];
export const ownParent = (node: Node): Node | undefined => parentOf.get(node);
export const isWrittenThrough = (element: Node): boolean =>
  written.has(element) && !(element instanceof Text);

export function noteWritten(node: Node, text: string): void {
  if (text === '' && !(node instanceof Text)) written.delete(node);
  else written.set(node, text);
}

/** React put `node` before `before`, or last. */
export function notePlaced(parent: Node, node: Node, before: Node | null): void {
  if (node instanceof Text && !written.has(node)) written.set(node, node.data);
  drop(node);
  const children = childrenOf.get(parent) ?? [];
  const at = before ? children.indexOf(before) : -1;
  children.splice(at < 0 ? children.length : at, 0, node);
  childrenOf.set(parent, children);
  parentOf.set(node, parent);
}

let removed: { node: Node; parent: Node; next: Node | null }[] = [];

/**
 * `node` was removed by the method that React uses. A translator in the page's own scripts may use it too.
 * The end of this task shows which it was: by then React has detached what it deleted.
 */
export function noteRemoved(parent: Node, node: Node): void {
  const children = ownChildren(parent);
  removed.push({ node, parent, next: children[children.indexOf(node) + 1] ?? null });
  if (removed.length === 1) queueMicrotask(takeBack);
  drop(node);
}

function takeBack(): void {
  const all = removed.toReversed();
  removed = [];
  for (const { node, parent, next } of all) {
    if (parentOf.has(node)) continue;
    if (isStillWanted(node)) notePlaced(parent, node, next && parentOf.get(next) === parent ? next : null);
    // A text that was split: the rest of it is still there.
    else if (node instanceof Text && node.data !== written.get(node)) putRight(parent, true);
  }
}

function drop(node: Node): void {
  const siblings = childrenOf.get(parentOf.get(node) ?? node);
  const at = siblings?.indexOf(node) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
  parentOf.delete(node);
}

/** The child of `parent` that `node` is, or that wraps it; null when it is elsewhere. */
export function placeOf(parent: Node, node: Node): Node | null {
  let place: Node | null = node;
  while (place && place.parentNode !== parent) place = place.parentNode;
  return place;
}

/** A translator moves words between the parts of a sentence, so a sentence is put right as a whole. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD LABEL MARK OUTPUT Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
    ' ',
  ),
);

/**
 * Restores the sentence around `parent` to what React wrote. With `rewritten` (one of its texts changes)
 * everything foreign is removed. Otherwise it is restored only where a node of React's is missing or changed,
 * and an icon that an extension added stays.
 */
export function putRight(parent: Node, rewritten: boolean): void {
  let top = parent;
  for (let above = parentOf.get(top); above && INLINE.has(top.nodeName); above = parentOf.get(top))
    top = above;
  putRightWithin(top, rewritten);
}

function putRightWithin(parent: Node, rewritten: boolean): void {
  const children = ownChildren(parent);
  if (children.length === 0) putTextRight(parent);
  else if (!isRight(parent, children) || (rewritten && parent.childNodes.length > children.length))
    putChildrenRight(parent, children);
  for (const child of children) if (INLINE.has(child.nodeName)) putRightWithin(child, rewritten);
}

function putTextRight(element: Node): void {
  const text = written.get(element);
  const { firstChild, lastChild } = element;
  if (
    text === undefined ||
    (firstChild instanceof Text && firstChild === lastChild && firstChild.data === text)
  )
    return;
  if (element instanceof Element) element.replaceChildren(text);
}

/**
 * A text must itself be there; an element may be in a wrapper, which keeps its focus and its scroll position.
 */
const standsIn = (parent: Node, child: Node): Node | null =>
  child instanceof Text && child.parentNode !== parent ? null : placeOf(parent, child);

function isRight(parent: Node, children: readonly Node[]): boolean {
  let at = parent.firstChild;
  for (const child of children) {
    const place = standsIn(parent, child);
    if (!place || (child instanceof Text && child.data !== written.get(child))) return false;
    while (at && at !== place) at = at.nextSibling;
    if (!at) return false;
    at = at.nextSibling;
  }
  return true;
}

function putChildrenRight(parent: Node, children: readonly Node[]): void {
  const places = new Set<Node>();
  for (const child of children) {
    const place = standsIn(parent, child);
    places.add(place && !places.has(place) ? place : child);
  }
  for (const node of [...parent.childNodes]) if (!places.has(node)) removeChild.call(parent, node);
  let at = parent.firstChild;
  for (const place of places) {
    if (place === at) at = at.nextSibling;
    else insertBefore.call(parent, place, at);
  }
  for (const child of children) {
    const text = written.get(child);
    if (child instanceof Text && text !== undefined && child.data !== text) child.data = text;
  }
}
