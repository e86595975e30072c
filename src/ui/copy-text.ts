/**
 * Puts a text on the clipboard, from within a click. A text that still has to be fetched goes as a promise, because Safari forgets the click
 * while we wait. Throws when the browser refuses or the text cannot be had.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text);
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
