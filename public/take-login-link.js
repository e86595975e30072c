// The page's first script (product.md §1). A login link's secret is taken out of the address bar, the history
// entry and the navigation's performance entry before any other script runs or any request leaves, and is
// handed over once, from memory. A secret that the app does not ask for is gone with the page. Where the
// address cannot be cleaned, the secret is dropped and a clean page is loaded instead. It is also the one
// script that every browser can read (syntax of 2009), so it says which are too old for the others:
// public/too-old.js then stands in for the app.
(function () {
  var link = location.href;
  var held = null;
  var cleaned = [];
  // Exactly as old as the baseline: Safari 16.4, Chrome and Edge 111, Firefox 128 (README, "Browsers").
  var tooOld = !('resize' in ArrayBuffer.prototype);
  if (typeof URLSearchParams === 'function') cleanAddress();
  else if (/[?&#/](authToken|code)=/.test(link)) {
    history.replaceState(null, '', '/sign-in');
    held = {};
  }
  Object.defineProperty(window, 'takeLoginLink', {
    value: function (whole) {
      var taken = held;
      held = null;
      removeEventListener('error', cannotStart);
      // `cleaned` is kept for the life of the page: a collected entry would come back with its old name.
      return cleaned && taken && (whole ? link : taken);
    }
  });
  window.tooOld = tooOld;
  if (tooOld) standIn();
  else addEventListener('error', cannotStart);

  function cleanAddress() {
    var url = new URL(link);
    // Two slashes at the start ("https://host//?authToken=…") would name another host where code reads the
    // path alone as an address.
    url.pathname = url.pathname.replace(/^\/+/, '/');
    // In a fragment both "#authToken=…" and "#/path?authToken=…" are taken.
    var inFragment = ['#', '?'].map(function (mark) {
      return new URLSearchParams(url.hash.slice(url.hash.indexOf(mark) + 1));
    });
    var take = function (name) {
      return inFragment.reduce(function (all, part) {
        if (part.has(name)) url.hash = '';
        return all.concat(part.getAll(name));
      }, url.searchParams.getAll(name));
    };
    var authTokens = take('authToken');
    var codes = take('code');
    if (authTokens.length + codes.length > 0) {
      held = { authTokens: authTokens, codes: codes };
      url.searchParams.delete('authToken');
      url.searchParams.delete('code');
    }
    if (url.href === location.href) return;
    try {
      history.replaceState(null, '', url.href);
      if (held)
        cleaned = performance.getEntriesByType('navigation').map(function (entry) {
          return withoutSecret(entry, url.href);
        });
    } catch (error) {
      // The code below uses the address in any case.
    }
    if (url.href === location.href) return;
    held = null;
    stop();
    location.replace(new URL('/sign-in', url));
  }

  function withoutSecret(entry, name) {
    var toJSON = entry.toJSON.bind(entry);
    Object.defineProperty(entry, 'name', { value: name });
    Object.defineProperty(entry, 'toJSON', {
      value: function () {
        return Object.assign({}, toJSON(), { name: name });
      }
    });
    return entry;
  }

  // The app takes the link when all its modules have been read and run. An error in one of them before that
  // means that the app will not appear. A module that is slow, or does not load, raises no such event.
  function cannotStart(event) {
    if (!event.filename || event.filename.indexOf(location.origin + '/assets/') !== 0) return;
    removeEventListener('error', cannotStart);
    standIn();
  }

  function standIn() {
    var script = document.createElement('script');
    script.src = '/too-old.js';
    document.head.appendChild(script);
  }
})();
