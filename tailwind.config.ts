import type { Config } from 'tailwindcss';

/**
 * The vocabulary of design-direction.md: colours are roles (their values live in `src/styles.css`, light and dark), the type scale is
 * 12/13/14/16/20/28/40, the grid 4 px. Nothing else of Tailwind's palette and scale exists here, so nothing else can be used by mistake.
 */
const role = (name: string): string => `var(--${name})`;

const roles = [
  ...['paper', 'surface', 'sunken', 'ink', 'ink-quiet', 'muted', 'hairline', 'control'],
  ...['accent', 'accent-strong', 'accent-soft', 'on-accent'],
  ...['positive', 'positive-soft', 'positive-line'],
  ...['caution', 'caution-soft', 'caution-line'],
  ...['danger', 'danger-soft', 'danger-line', 'on-danger'],
  ...['card-ink', 'card-muted', 'card-line'],
];

export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(roles.map((name) => [name, role(name)])),
    },
    fontFamily: {
      sans: ['"Hanken Grotesk"', '"Hanken Grotesk Fallback"', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', '"SF Mono"', 'Menlo', 'Consolas', '"Liberation Mono"', 'monospace'],
    },
    // Body text is 14 px at a desk and 16 px on a phone; a field is never below 16 px on touch, or iOS zooms into it.
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.8125rem', '1.25rem'],
      body: [role('size-body'), role('line-body')],
      input: [role('size-body'), role('line-body')],
      mono: ['0.92em', 'inherit'],
      md: ['1rem', '1.5rem'],
      lg: ['1.25rem', '1.75rem'],
      xl: ['1.75rem', '2.125rem'],
      '2xl': ['2.5rem', '2.75rem'],
    },
    borderRadius: { none: '0', sm: '4px', control: '6px', panel: '10px', full: '9999px' },
    boxShadow: { none: 'none' },
    screens: { sm: '640px', md: '768px', lg: '1024px', xl: '1280px' },
    maxWidth: { prose: '68ch', content: '1200px', full: '100%' },
  },
} satisfies Config;
