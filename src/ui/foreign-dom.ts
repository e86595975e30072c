import {
  isWrittenThrough,
  notePlaced,
  noteRemoved,
  noteWritten,
  ownChildren,
  ownParent,
  placeOf,
  putRight,
} from './own-children.ts';
import { holdsReacts, isReacts } from './react-nodes.ts';

const { appendChild, insertBefore, removeChild } = Node.prototype;

/**
 * Page translators and extensions change the page under React: they wrap, split and replace its text nodes.
 * React then throws when it removes a missing node, or writes an amount into a text that is no longer in the
 * page. So the five DOM operations that React uses first put its own nodes back; the translator sees the new
 * text and translates it again. Calls about other nodes pass through. Call this once, before React draws.
 */
export function withstandForeignChanges(): void {
  Node.prototype.appendChild = function append<T extends Node>(this: Node, node: T): T {
    if (!isReacts(node) || !holdsReacts(this)) return appendChild.call<Node, [T], T>(this, node);
    appendChild.call(this, placeOf(this, node) ?? node);
    notePlaced(this, node, null);
    return node;
  };
  Node.prototype.insertBefore = function insert<T extends Node>(this: Node, node: T, before: Node | null): T {
    if (!isReacts(node) || !holdsReacts(this) || (before && !isReacts(before)))
      return insertBefore.call<Node, [T, Node | null], T>(this, node, before);
    putRight(this, false);
    insertBefore.call(this, placeOf(this, node) ?? node, before && placeOf(this, before));
    notePlaced(this, node, before);
    return node;
  };
  Node.prototype.removeChild = function remove<T extends Node>(this: Node, node: T): T {
    if (!isReacts(node)) return removeChild.call<Node, [T], T>(this, node);
    if (ownParent(node) === this) {
      // A translator that runs in the page's own scripts has put its text beside the one it removes; that
      // must stay.
      if (node.parentNode !== this) putRight(this, false);
      noteRemoved(this, node);
    }
    const place = placeOf(this, node) ?? node;
    if (place.parentNode) removeChild.call(place.parentNode, place);
    return node;
  };
  watchWrites('nodeValue', (node, text) => {
    const parent = ownParent(node) ?? node.parentNode;
    if (ownParent(node)) noteWritten(node, text);
    else if (parent && isWrittenThrough(parent)) noteWritten(parent, text);
    return parent;
  });
  watchWrites('textContent', (node, text) => {
    // React has removed its children before it writes a text in their place.
    if (!isReacts(node) || ownChildren(node).length > 0) return null;
    noteWritten(node, text);
    return node;
  });
}

/**
 * `note` returns the element whose sentence must be repaired after the write; null when the node is not
 * React's.
 */
function watchWrites(
  property: 'nodeValue' | 'textContent',
  note: (node: Node, text: string) => Node | null,
): void {
  const native = Object.getOwnPropertyDescriptor(Node.prototype, property);
  if (!native?.set) return;
  const { set } = native;
  Object.defineProperty(Node.prototype, property, {
    ...native,
    set(this: Node, text: string | null) {
      const sentence = note(this, text ?? '');
      set.call(this, text);
      if (sentence && holdsReacts(sentence)) putRight(sentence, true);
    },
  });
}
