/** Browsers give pages a clipboard only over https (or on the device itself). */
export class NoClipboard extends Error {
  override readonly name = 'NoClipboard';
  constructor() {
    super('Copying works only where this page is opened over https.');
  }
}

/**
 * Puts a text on the clipboard, from within a click. A text that must be fetched first is passed as a
 * promise, because Safari forgets the click while the page waits. Throws when the browser refuses or the text
 * cannot be fetched, and `NoClipboard`, before anything is fetched, when there is no clipboard.
 */
export async function copyText(getText: () => string | Promise<string>): Promise<void> {
  // Not in the library's types: it is missing on plain http.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new NoClipboard();
  const text = getText();
  if (typeof text === 'string') return clipboard.writeText(text);
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(await text);
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
