/** How often it is asked whether it is time; a browser lets hidden tabs do so once a minute after a while. */
const TICK_MS = 5_000;

/**
 * While the tab is hidden, calls `look` every `everyMs()` by the wall clock, so also soon after a computer slept; null = not now. Asks nobody
 * while the tab is visible: then the page's own reads do. Returns what ends it.
 */
export function watchWhileHidden(everyMs: () => number | null, look: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let lookedAtMs = 0;
  const tick = () => {
    const every = everyMs();
    // A clock that was set back must not silence it.
    if (every === null || Math.abs(Date.now() - lookedAtMs) < every) return;
    lookedAtMs = Date.now();
    look();
  };
  const follow = () => {
    clearInterval(timer);
    lookedAtMs = Date.now();
    if (document.hidden) timer = setInterval(tick, TICK_MS);
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', follow);
  };
}
