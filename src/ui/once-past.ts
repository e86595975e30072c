/**
 * Calls back once when this moment is past, by the timer or by the clock, whichever comes first: a timer
 * stops while a computer sleeps, and a clock can be set back. Returns the function that cancels it.
 */
export function oncePast(atMs: number, call: () => void): () => void {
  const done = () => {
    off();
    call();
  };
  const look = () => {
    if (Date.now() >= atMs) done();
  };
  const timer = setTimeout(done, Math.max(0, atMs - Date.now()));
  const often = setInterval(look, 1_000);
  // Before a page that was away is seen again, not a second later.
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('pageshow', look);
  function off(): void {
    clearTimeout(timer);
    clearInterval(often);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('focus', look);
    removeEventListener('pageshow', look);
  }
  return off;
}
