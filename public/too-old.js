// Stands in for the app where public/take-login-link.js found that it cannot start. Like that script it is
// read by every browser: syntax of 2009, nothing of the app. It sends no request. The login link that brought
// the person here can be copied from the page.
(function () {
  var MASK = '••••••••';
  var link = window.takeLoginLink(true);

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', draw);
  else draw();

  function draw() {
    var root = document.getElementById('root');
    // "This dashboard cannot start: its configuration …" is the better answer.
    if (!root || root.firstChild) return;
    var style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/too-old.css';
    document.head.appendChild(style);

    var main = add(root, 'main');
    main.className = 'too-old';
    add(main, 'p', 'Laso Dashboard').className = 'too-old-name';
    var alert = add(main, 'div');
    alert.setAttribute('role', 'alert');
    add(
      alert,
      'h1',
      window.tooOld
        ? 'This browser is too old for Laso Dashboard'
        : 'Laso Dashboard could not start in this browser'
    );
    add(
      alert,
      'p',
      (window.tooOld ? 'Use' : 'It may be too old. Use') +
        ' Safari 16.4, Chrome 111, Edge 111, Firefox 128 or a newer one. ' +
        'No request was sent to Laso, and your account and your money are as they were.'
    );
    add(
      main,
      'p',
      'On an iPhone or iPad every browser is as new as the system: update iOS to 16.4 or newer in Settings, General, Software Update.'
    );
    if (link) drawLink(main);
  }

  function drawLink(main) {
    var part = add(main, 'section');
    add(part, 'h2', 'Your login link was not used here');
    add(
      part,
      'p',
      'Copy it, open a newer browser and paste it into the address bar there. This page is the only place that has it: copy it before you close or reload this page. Whoever has the link can sign in, so show it to no one.'
    );
    var label = add(part, 'label', 'Login link');
    label.htmlFor = 'login-link';
    var field = add(part, 'input');
    field.id = 'login-link';
    field.readOnly = true;
    field.spellcheck = false;
    var row = add(part, 'div');
    row.className = 'too-old-row';
    var copy = add(row, 'button', 'Copy link');
    copy.type = 'button';
    copy.className = 'too-old-main';
    var show = add(row, 'button');
    show.type = 'button';
    var said = add(part, 'p');
    said.setAttribute('role', 'status');

    var shown = true;
    setShown(false);
    show.addEventListener('click', function () {
      setShown(!shown);
    });
    document.addEventListener('visibilitychange', function () {
      if (document.hidden) setShown(false);
    });
    copy.addEventListener('click', function () {
      if ('clipboard' in navigator) navigator.clipboard.writeText(link).then(copied, copyByHand);
      else copyByHand();
    });

    function setShown(next) {
      shown = next;
      field.value = shown ? link : masked(link);
      show.textContent = shown ? 'Hide link' : 'Show link';
    }
    function copied() {
      said.textContent = 'Copied. Paste it into the address bar of a newer browser.';
    }
    // Browsers without a clipboard for scripts copy what is selected.
    function copyByHand() {
      setShown(true);
      field.focus();
      field.setSelectionRange(0, link.length);
      var done = false;
      try {
        done = document.execCommand('copy');
      } catch (error) {
        // The fallback below runs.
      }
      if (done) {
        setShown(false);
        copied();
      } else
        said.textContent = 'This browser does not copy by itself. The link is selected: copy it by hand.';
    }
  }

  /** "https://dash.example/sign-in?authToken=••••••••" */
  function masked(text) {
    return text.replace(/((?:authToken|code)=)[^&#]*/g, '$1' + MASK);
  }

  function add(to, name, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    to.appendChild(element);
    return element;
  }
})();
