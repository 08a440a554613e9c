// The arrows of ARCHITECTURE.md: which room may see which, and what each kind of file may touch.
const WINGS = 'customers|success|partners|money|advocacy|access';
const SLICE = `^src/(?:${WINGS})/[^/]+`;
const TEST = '\\.test\\.tsx?$';

/** A wing may see only the named rooms of the domain. */
function wing(name, ...sees) {
  const hidden = [...WINGS.split('|'), 'flows', 'reports', 'simulator', 'edge'].filter(
    (room) => room !== name && !sees.includes(room),
  );
  return {
    name: `${name}-sees-${sees.join('-and-') || 'no-other-wing'}`,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: TEST },
    to: { path: `^src/(${hidden.join('|')})/` },
  };
}

/** A kind of slice file may reach only what is named: paths of ours, and packages. `$1` is the file's own slice. */
function mayTouch(kind, ours, packages = '', to = {}) {
  const files =
    kind === 'service'
      ? 'service\\.ts|verbs/'
      : kind === 'rules' || kind === 'store'
        ? `${kind}\\.ts|${kind}/`
        : `${kind}\\.ts`;
  const allowed = [...ours.map((path) => `^${path}`), ...(packages ? [`(^|/)node_modules/(${packages})/`] : [])];
  return {
    name: `${kind}-touches-only-its-own`,
    severity: 'error',
    from: { path: `(${SLICE})/(?:${files})`, pathNot: TEST },
    to: { ...to, pathNot: allowed },
  };
}

const KERNEL = 'src/kernel/';
const MODELS = `src/(?:${WINGS})/[^/]+/model\\.ts$`;
const CORE = { dependencyTypes: ['core'] };

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },

    wing('customers'),
    wing('access'),
    wing('success', 'customers'),
    wing('partners', 'customers'),
    wing('money', 'partners', 'customers'),
    wing('advocacy', 'customers', 'success', 'partners', 'money', 'access'),

    {
      name: 'slices-share-only-their-model',
      comment: 'A story across slices is a file in flows/, a question across slices a file in reports/.',
      severity: 'error',
      from: { path: `(${SLICE})/`, pathNot: TEST },
      // Every verb that moves money posts its transfers in its own transaction: docs/decisions/0014
      to: { path: `${SLICE}/`, pathNot: ['^$1/', '/model\\.ts$', '^src/money/ledger/service\\.ts$'] },
    },
    mayTouch('model', [KERNEL, MODELS]),
    mayTouch('rules', [KERNEL, 'src/stats/', MODELS, '$1/(rules|model)']),
    mayTouch('schema', [KERNEL, '$1/(schema|model)\\.ts', MODELS], 'zod'),
    mayTouch(
      'store',
      [
        KERNEL,
        'src/platform/(postgres|bulk|ctx)\\.ts',
        '$1/(store|model|schema)',
        'db/types\\.ts',
        MODELS,
        '(stream|events)',
      ],
      'kysely|pg|pg-copy-streams',
    ),
    mayTouch('routes', [KERNEL, 'src/http/', '$1/(service|verbs|schema|model)'], 'zod', {
      dependencyTypesNot: ['type-only'],
    }),
    mayTouch('jobs', [KERNEL, '$1/model\\.ts']),
    {
      name: 'service-knows-no-transport',
      severity: 'error',
      from: { path: `(${SLICE})/(service\\.ts|verbs/)`, pathNot: TEST },
      to: { path: '^src/(http|cli|bin|compose|config)|/routes\\.ts$|node_modules/fastify' },
    },
    {
      name: 'flows-call-verbs',
      comment: 'A flow speaks to a slice through its verbs, rules and model, never to its tables.',
      severity: 'error',
      from: { path: '^src/flows/', pathNot: TEST },
      to: { path: `${SLICE}/(store|routes)` },
    },
    {
      name: 'reports-read-by-their-own-sql',
      severity: 'error',
      from: { path: '^src/reports/', pathNot: TEST },
      to: { path: `${SLICE}/(store|service|verbs|routes)|^src/flows/` },
    },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { path: '^(src|web|db)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'stats-imports-only-stats',
      severity: 'error',
      from: { path: '^src/stats/', pathNot: TEST },
      to: { pathNot: '^src/stats/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: { path: `^src/(${WINGS}|flows|reports|simulator|edge|http|cli|bin)/|^src/compose` },
    },
    {
      name: 'http-knows-no-domain',
      severity: 'error',
      from: { path: '^src/http/', pathNot: TEST },
      to: { path: `^src/(${WINGS}|flows|reports|simulator|edge|cli|bin)/|^src/compose` },
    },
    {
      name: 'web-sees-only-words-and-shapes',
      severity: 'error',
      from: { path: '^web/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/kernel/|/(schema|model)\\.ts$' },
    },
    {
      name: 'browser-imports-nothing',
      severity: 'error',
      from: { path: '^browser/', pathNot: TEST },
      to: { pathNot: '^browser/' },
    },
    {
      name: 'nothing-imports-bin',
      severity: 'error',
      from: { pathNot: '^src/bin/' },
      to: { path: '^src/bin/' },
    },
    {
      name: 'only-bin-imports-commands',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(bin|cli)/|${TEST}` },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-the-root-composes',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(bin|cli)/|${TEST}` },
      to: { path: '^src/compose\\.ts$' },
    },
    {
      name: 'product-needs-no-workshop',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: TEST },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'pure-files-do-no-io',
      severity: 'error',
      from: { path: `${SLICE}/(model|rules|schema)|^src/(kernel|stats)/`, pathNot: TEST },
      to: CORE,
    },
    {
      name: 'the-product-runs-without-the-workshop',
      comment: 'What src imports at run time is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/.*/node_modules|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
