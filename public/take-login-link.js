// The page's first script (product.md §1). A login link's secret is taken out of the address bar, the history entry and the navigation's
// performance entry before any other script runs or any request leaves, and is handed over once, from memory. Whatever is not asked for
// is gone with the page. Where the address cannot be cleaned, the secret is dropped and a clean page is loaded instead.
(() => {
  const url = new URL(location.href);
  // Two slashes at the start ("https://host//?authToken=…") would name another host wherever the path is read as an address by itself.
  url.pathname = url.pathname.replace(/^\/+/, '/');
  // In a fragment both "#authToken=…" and "#/path?authToken=…" are taken.
  const inFragment = ['#', '?'].map(
    (mark) => new URLSearchParams(url.hash.slice(url.hash.indexOf(mark) + 1)),
  );
  const found = (name) => [url.searchParams, ...inFragment].flatMap((part) => part.getAll(name));
  const authTokens = found('authToken');
  const codes = found('code');
  let held = authTokens.length + codes.length > 0 ? { authTokens, codes } : null;
  let cleaned = [];
  if (held) {
    for (const name of ['authToken', 'code']) {
      url.searchParams.delete(name);
      if (inFragment.some((part) => part.has(name))) url.hash = '';
    }
  }
  if (url.href !== location.href) {
    try {
      history.replaceState(null, '', url.href);
      if (held)
        cleaned = performance.getEntriesByType('navigation').map((entry) => withoutSecret(entry, url.href));
    } catch {
      // Below: the address is what counts.
    }
    if (url.href !== location.href) {
      held = null;
      stop();
      location.replace(new URL('/sign-in', url));
    }
  }
  Object.defineProperty(window, 'takeLoginLink', {
    value: () => {
      const taken = held;
      held = null;
      // `cleaned` is kept for the life of the page: a collected entry would come back with its old name.
      return cleaned && taken;
    },
  });

  function withoutSecret(entry, name) {
    const toJSON = entry.toJSON.bind(entry);
    Object.defineProperty(entry, 'name', { value: name });
    Object.defineProperty(entry, 'toJSON', { value: () => ({ ...toJSON(), name }) });
    return entry;
  }
})();
