/**
 * This machine itself, by a URL's `hostname`: where http is as good as https. A name that only begins like
 * its addresses is another machine.
 */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
