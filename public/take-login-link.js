// The page's first script (product.md §1). A login link's secret is taken out of the address bar, the history entry and the navigation's
// performance entry before any other script runs or any request leaves, and is handed over once, from memory. Whatever is not asked for
// is gone with the page.
(() => {
  const url = new URL(location.href);
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
    history.replaceState(null, '', url.pathname + url.search + url.hash);
    cleaned = performance.getEntriesByType('navigation').map((entry) => withoutSecret(entry, url.href));
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
