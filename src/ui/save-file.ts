/** Hands the person a file made in this page. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click is done.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
