import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, minifySync, type Plugin } from 'vite';
import { BUILD_TARGET } from './.ci/browsers/baseline.ts';
import { parseConfig } from './src/config/config-schema.ts';
import { developmentPolicy } from './src/config/content-security-policy.ts';
import { stampHtml } from './src/config/stamp-html.ts';

/**
 * What a login link leads to and what idle time fetches next: all that the first load may weigh. `domain/chain` is two names that most pages
 * need: it must not stand in a chunk of orders.
 */
const FIRST_PAGES =
  /src[\\/](main|domain[\\/]chain|app[\\/](overview[\\/]overview-(page|details)|pages[\\/]sign-in-page))\.tsx?$/;

interface Chunking {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** Whether a first page imports it, directly or by others; dynamic imports do not count. */
function onFirstPages(id: string, chunking: Chunking, seen = new Set<string>()): boolean {
  if (FIRST_PAGES.test(id)) return true;
  seen.add(id);
  const importers = chunking.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => !seen.has(importer) && onFirstPages(importer, chunking, seen));
}

/**
 * Few chunks that compress well instead of dozens of small ones: libraries every page needs; what the first pages share with others; the journal
 * of payments, which a browser that never paid does not load. Wallet code stays where its dynamic imports put it. `npm run bench:first-load` prints what that weighs.
 */
const chunkGroups = [
  {
    name: 'vendor',
    test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack[\\/](react-query|query-core)(?!.*(?:mutationObserver|useMutation))|zustand(?!.*middleware)|idb)[\\/]|vite[\\/]preload-helper/,
    priority: 3,
  },
  {
    // Two order pages sharing a field must not bring it into the first load.
    name: (id: string, chunking: Chunking) => (onFirstPages(id, chunking) ? 'shared' : null),
    test: /src[\\/](?!payments|features[\\/](orders|payments|wallets)|laso[\\/]sign-in-with-x)|src[\\/](payments[\\/](journal[\\/]payment-channel|quote[\\/]json-object)|features[\\/]payments[\\/](use-payments|recorded-payments))\.|zod[\\/]v4/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: 'journal',
    test: /src[\\/](payments[\\/](journal[\\/](browser-journal|journal|payment-row|row-migration|unreadable-record|signed-payment|wallet-lock)|payment-error|reconcile[\\/]final-looks)|features[\\/]payments[\\/]payment-words)\./,
    minShareCount: 2,
    priority: 2,
  },
  // What every order takes, from the form to the receipt.
  {
    name: 'orders',
    test: /src[\\/](app[\\/]order[\\/]|features[\\/](orders|wallet-sign-in)|wallets|payments[\\/](journal|quote|pay)[\\/]|payments[\\/][a-z-]+\.ts)/,
    minShareCount: 2,
    priority: 1,
  },
];

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    lasoConfig(),
    withoutUnusedLinks(),
    withoutPagedQueries(),
    smallFirstScript(),
  ],
  // `.json` and `.html` answers of the API must never be mistaken for the page.
  appType: 'spa',
  build: {
    target: BUILD_TARGET,
    // The polyfill fetches scripts itself; every browser we support preloads modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
    chunkSizeWarningLimit: 600,
  },
});

/** Reads the operator's configuration (`LASO_CONFIG`, else `laso.config.json`), checks it and stamps it into the page with its CSP. */
function lasoConfig(): Plugin {
  const file = resolve(process.env['LASO_CONFIG'] ?? 'laso.config.json');
  let serving = false;
  const read = () => parseConfig(JSON.parse(readFileSync(file, 'utf8')));
  return {
    name: 'laso-config',
    // A build without the account card holds none of its code: `account-card-route.ts` asks this.
    config: () => ({
      define: { 'import.meta.env.LASO_ACCOUNT_CARD': String(read().accountCard !== undefined) },
    }),
    configResolved: (resolved) => {
      serving = resolved.command === 'serve';
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const config = read();
        return serving ? stampHtml(html, config, developmentPolicy(config)) : stampHtml(html, config);
      },
    },
  };
}

/**
 * react-router makes its Link, NavLink and Form by calls at the top of one module and names them there, so that no bundler dares to leave them out,
 * nor the framework's prefetching behind them: 3 kB gzip of the first load. We use none of them (ui/link.tsx is ours). Marks the calls as pure.
 */
function withoutUnusedLinks(): Plugin {
  return {
    name: 'laso-without-unused-links',
    apply: 'build',
    transform: {
      filter: { id: /react-router[\\/]dist[\\/].*[\\/]dom[\\/]lib\.js$/ },
      handler: (code) => ({
        code: code
          .replaceAll(/= (\S+\.forwardRef\()/g, '= /* @__PURE__ */ $1')
          .replaceAll(/^\w+\.displayName = .*$/gm, ''),
        map: null,
      }),
    },
  };
}

/** The query client names the machinery of endless lists, which no page has: over half a kB gzip of the first load. */
function withoutPagedQueries(): Plugin {
  return {
    name: 'laso-without-paged-queries',
    apply: 'build',
    transform: {
      filter: { id: /query-core[\\/].*[\\/]infiniteQueryBehavior\.js$/ },
      handler: () => ({
        code: 'export const infiniteQueryBehavior = () => undefined;\nexport const hasNextPage = () => false;\nexport const hasPreviousPage = () => false;\n',
        map: null,
      }),
    },
  };
}

/**
 * The page's first script is a file of its own, which no bundler sees: it is served without its comments all the same. The minifier writes
 * strings as templates, which the oldest browsers cannot read; the script has no others. `check:browsers` reads what comes out.
 */
function smallFirstScript(): Plugin {
  return {
    name: 'laso-small-first-script',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const file = resolve(dir, 'take-login-link.js');
      const { code } = minifySync(file, readFileSync(file, 'utf8'), { compress: { target: 'es2015' } });
      writeFileSync(file, code.replaceAll('`', '"'));
    },
  };
}
