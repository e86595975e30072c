/**
 * The layers of ARCHITECTURE.md, as a check that fails:
 * config, domain → storage, chain → laso · payments · ui → features → app. Imports go right to left only.
 */
const WALLET_CODE = 'node_modules/(wagmi|@wagmi|viem|ox|@x402|@solana|@solana-program)(/|$)';
const layer = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('domain-is-pure', '^src/(domain)/', '^src/(?!domain/)'),
    layer('config-knows-only-domain', '^src/config/', '^src/(?!config/|domain/)'),
    layer('storage-is-low', '^src/storage/', '^src/(?!storage/|domain/)'),
    layer('chain-only-reads', '^src/chain/', '^src/(?!chain/|domain/|config/)'),
    layer('ui-knows-only-domain', '^src/ui/', '^src/(?!ui/|domain/|testing/)'),
    layer('laso-does-not-pay-or-draw', '^src/laso/', '^src/(?!laso/|domain/|config/|storage/|testing/)'),
    layer(
      'payments-do-not-know-laso',
      '^src/payments/',
      '^src/(?!payments/|domain/|config/|storage/|chain/|testing/)',
    ),
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
      from: { path: '^src/', pathNot: '^src/payments/(evm|solana)/|\\.test\\.tsx?$|^src/testing/' },
      to: {
        path: `^src/payments/(evm|solana)/|${WALLET_CODE}`,
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    layer('product-never-imports-sandbox', '^src/(?!.*\\.test\\.tsx?$|testing/)', '^(sandbox|e2e|bench)/'),
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
