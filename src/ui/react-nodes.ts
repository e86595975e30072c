/**
 * Which nodes of the page are React's. React marks them for itself, and nothing else distinguishes them from
 * an extension's.
 */
const FIBER = '__reactFiber$';
const CONTAINER = '__reactContainer$';
/** The tag of the fiber at the top of a tree that is on the page. */
const ROOT_TAG = 3;

const marked = (node: Node, prefix: string): string | undefined =>
  Object.keys(node).find((key) => key.startsWith(prefix));

/** True for elements and texts that React made and has not deleted yet. */
export const isReacts = (node: Node): boolean => marked(node, FIBER) !== undefined;

/** True where React itself puts children. */
export const holdsReacts = (node: Node): boolean => isReacts(node) || marked(node, CONTAINER) !== undefined;

/** False for what React has deleted: it cuts the fiber, or one above it, off the tree. */
export function isStillWanted(node: Node): boolean {
  const mark = marked(node, FIBER);
  let fiber: unknown = mark === undefined ? null : Reflect.get(node, mark);
  while (typeof fiber === 'object' && fiber !== null) {
    const above: unknown = Reflect.get(fiber, 'return');
    if (typeof above !== 'object' || above === null) return Reflect.get(fiber, 'tag') === ROOT_TAG;
    fiber = above;
  }
  return false;
}
