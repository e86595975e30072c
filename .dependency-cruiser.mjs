/**
 * The layers of ARCHITECTURE.md, as a check that fails:
 * config, domain → storage, chain → laso · payments · ui → session · wallets → features → app. Imports go right to left only.
 */
const WALLET_CODE =
  'node_modules/(wagmi|@wagmi|viem|ox|@x402|@solana|@solana-program|@solana-mobile|@wallet-standard)(/|$)';
/** Tests and what only they may use. */
const TEST_CODE = '\\.test\\.tsx?$|/testing/';
const layer = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });
/** The npm packages a layer may use outside its tests; the folders of src are the business of `layer`. */
const packages = (folder, ...allowed) => ({
  name: `packages-of-${folder}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: TEST_CODE },
  to: {
    dependencyTypesNot: ['local', 'core'],
    path: 'node_modules',
    pathNot: `node_modules/(${allowed.join('|')})(/|$)`,
  },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('domain-is-pure', '^src/domain/', '^src/(?!domain/|testing/)'),
    layer('config-knows-only-domain', '^src/config/', '^src/(?!config/|domain/)'),
    layer('storage-is-low', '^src/storage/', '^src/(?!storage/|domain/|testing/)'),
    layer('chain-only-reads', '^src/chain/', '^src/(?!chain/|domain/|config/|testing/)'),
    layer('ui-knows-only-domain-and-config', '^src/ui/', '^src/(?!ui/|domain/|config/|testing/)'),
    layer('laso-does-not-pay-or-draw', '^src/laso/', '^src/(?!laso/|domain/|config/|storage/|testing/)'),
    layer(
      'payments-do-not-know-laso',
      '^src/payments/',
      '^src/(?!payments/|domain/|config/|storage/|chain/|testing/)',
    ),
    layer('session-does-not-pay', '^src/session/', '^src/(features|app|wallets|payments)/'),
    layer('wallets-do-not-know-laso', '^src/wallets/', '^src/(features|app|laso|session)/'),
    layer('features-stand-below-app', '^src/features/', '^src/app/'),
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'wallet-code-only-behind-dynamic-imports',
      comment: 'The supervisor never downloads wallet code: payments/evm is reached by import() only.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/payments/(evm|solana)/|${TEST_CODE}` },
      to: {
        path: `^src/payments/(evm|solana)/|${WALLET_CODE}`,
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    packages('domain'),
    packages('config', 'zod', 'react', '@types/react'),
    packages('storage', 'zod', 'idb', 'zustand'),
    packages('chain', 'zod'),
    packages('laso', 'zod'),
    packages('ui', 'react', '@types/react', 'react-dom', 'react-router', '@tanstack/react-virtual'),
    {
      name: 'only-mutations-spend',
      comment:
        "What can spend is called by a feature's mutations.ts, where laso/ and payments/ meet. deliver-held.ts keeps what was delivered.",
      severity: 'error',
      from: {
        path: '^src/(app|features|ui)/',
        pathNot: `^src/(features/[a-z/-]+/mutations|app/device/deliver-held)\\.ts$|${TEST_CODE}`,
      },
      to: { path: '^src/payments/pay/(pay|sign-order|send-order|row-actions|keep-product)\\.ts$' },
    },
    {
      name: 'product-holds-no-test-code',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_CODE },
      to: { path: `^(sandbox|e2e|bench)/|${TEST_CODE}` },
    },
    {
      name: 'product-uses-no-dev-package',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_CODE },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
