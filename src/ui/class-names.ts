/** Joins the class names that apply; a false, null or undefined part is left out. */
export const classNames = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
