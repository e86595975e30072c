const WHY =
  'Other wallets are hidden: this is a sandbox, and a real wallet’s signature given here would be valid for real USDC on mainnet.';

/**
 * Says once on the page, in a small note, that wallets were kept away and why. Styles go through the CSSOM:
 * the page's policy allows that.
 */
export function noteHiddenWallet(page: Window, name: string): void {
  console.info(`Sandbox: hid ${name}. ${WHY}`);
  const show = () => {
    if (page.document.getElementById('sandbox-hidden-wallets')) return;
    const host = page.document.createElement('div');
    host.id = 'sandbox-hidden-wallets';
    // A closed root keeps the note out of the app's styles and out of its tests' queries.
    const root = host.attachShadow({ mode: 'closed' });
    const note = page.document.createElement('div');
    note.append(
      text(page, WHY),
      closeButton(page, () => host.remove()),
    );
    Object.assign(note.style, {
      position: 'fixed',
      insetInlineStart: '12px',
      insetBlockEnd: '12px',
      zIndex: '2147483000',
      display: 'flex',
      gap: '8px',
      alignItems: 'start',
      maxWidth: '320px',
      padding: '8px 8px 8px 12px',
      borderRadius: '6px',
      font: '12px/1.4 system-ui, sans-serif',
      color: '#f4efe4',
      background: '#4d4128',
      boxShadow: '0 1px 4px rgb(0 0 0 / 30%)',
    });
    root.append(note);
    page.document.body.append(host);
  };
  if (page.document.body) show();
  else page.addEventListener('DOMContentLoaded', show, { once: true });
}

function text(page: Window, content: string): HTMLElement {
  const element = page.document.createElement('span');
  element.textContent = content;
  return element;
}

function closeButton(page: Window, onClick: () => void): HTMLButtonElement {
  const button = page.document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', 'Hide this note');
  Object.assign(button.style, {
    all: 'unset',
    cursor: 'pointer',
    padding: '0 6px',
    fontSize: '16px',
    lineHeight: '1',
  });
  button.addEventListener('click', onClick);
  return button;
}
