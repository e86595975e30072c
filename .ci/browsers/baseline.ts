/** The oldest versions; the phone editions under BCD's names have the same ones. */
export type Browsers = Readonly<Record<'safari' | 'chrome' | 'edge' | 'firefox', number>>;

/**
 * The oldest browsers the app runs in (README, "Browsers"); Tailwind 4 asks for the same.
 * public/take-login-link.js recognizes them by one feature that is exactly as old:
 * `ArrayBuffer.prototype.resize`.
 */
export const BASELINE: Browsers = { safari: 16.4, chrome: 111, edge: 111, firefox: 128 };

/** Where public/*.js must run, to say that a browser is too old: everything that loads modules. */
export const OLDEST: Browsers = { safari: 11, chrome: 61, edge: 17, firefox: 60 };

/** Vite's `build.target`: "safari16.4". */
export const BUILD_TARGET: string[] = Object.entries(BASELINE).map(([name, version]) => `${name}${version}`);

/** The newest syntax that all of the baseline reads; it says nothing about methods. */
export const BASELINE_SYNTAX = 2022;
