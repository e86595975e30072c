const TICK_MS = 15_000;
const SLEPT_MS = 60_000;

/**
 * A computer that slept in front of a visible page does not always tell it, and timers go on where they stood. A jump of the wall clock counts as
 * being looked at again: react-query, which listens for that on the window, reads everything anew if the page is visible.
 */
export function lookAgainAfterSleep(): () => void {
  let at = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - at > SLEPT_MS) dispatchEvent(new Event('visibilitychange'));
    at = Date.now();
  }, TICK_MS);
  return () => clearInterval(timer);
}
