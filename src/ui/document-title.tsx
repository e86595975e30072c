/** Names the browser tab "Cards · Laso Dashboard". React moves the element into the head. */
export function DocumentTitle({ children }: { children: string }) {
  return <title>{`${children} · Laso Dashboard`}</title>;
}
