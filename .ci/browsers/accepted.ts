import type { Accepted } from './bundle.ts';

/** What libraries check for before they use it; without it they take another way. */
export const ACCEPTED_IN_LIBRARIES: Accepted = {
  navigation: 'react-dom tells it of transitions, where there is one',
  setImmediate: 'the scheduler of React takes a MessageChannel instead',
  requestIdleCallback:
    'of ours: a timer stands in (src/app/page-modules.ts); the check of src watches that it is asked for',
  'Error.captureStackTrace': 'zod and @solana/errors have plain stacks without it',
  'Uint8Array.fromHex': '@noble/hashes reads by itself without it',
};

/** Where these are missing, the page reads and works the same. */
export const ACCEPTED_IN_STYLES: Accepted = {
  'text-wrap': 'lines break wherever they are full',
  'text-wrap: balance': 'the same',
  'text-wrap: pretty': 'the same',
  'scrollbar-gutter': 'the page moves by the width of its scroll bar',
  'scrollbar-gutter: stable': 'the same',
  '::selection': 'a phone marks what is selected in its own color',
  'cursor: not-allowed': 'a phone has no pointer',
  'cursor: pointer': 'the same',
  'cursor: crosshair': 'the same',
  resize: 'a phone makes no text field larger',
  'resize: vertical': 'the same',
  'resize: both': 'the same',
  'font-family: ui-monospace': 'other fonts stand behind it',
  'text-decoration: dotted': 'Tailwind sets -webkit-text-decoration too',
  '-webkit-tap-highlight-color': 'a mark at a tap, or none',
};
