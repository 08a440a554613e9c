// The arrows of ARCHITECTURE.md: which room may see which, and what each kind of file may touch.
const WINGS = 'customers|success|partners|money|advocacy|access';
const SLICE = `^src/(?:${WINGS})/[^/]+`;
const DOMAIN = `${WINGS}|flows|reports|simulator|edge`;
const TEST = '\\.test\\.tsx?$';

/** Files of a room (their tests aside) may not reach `to`. */
function room(name, path, to) {
  return { name, severity: 'error', from: { path, pathNot: TEST }, to };
}

/** A wing may see only the named rooms of the domain. */
function wing(name, ...sees) {
  const hidden = DOMAIN.split('|').filter((room) => room !== name && !sees.includes(room));
  return room(`${name}-sees-${sees.join('-and-') || 'no-other-wing'}`, `^src/${name}/`, {
    path: `^src/(${hidden.join('|')})/`,
  });
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
  return room(`${kind}-touches-only-its-own`, `(${SLICE})/(?:${files})`, { ...to, pathNot: allowed });
}

const RUNTIME = { dependencyTypesNot: ['type-only'] };
const KERNEL = 'src/kernel/';
const MODELS = `src/(?:${WINGS})/[^/]+/model\\.ts$`;

module.exports = {
  forbidden: [
    // A type-only import is erased: it makes no cycle in the program that runs.
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: RUNTIME } },

    wing('customers'),
    wing('access'),
    wing('success', 'customers'),
    wing('partners', 'customers'),
    wing('money', 'partners', 'customers'),
    wing('advocacy', 'customers', 'success', 'partners', 'money', 'access'),

    // A story across slices is a file in flows/, a question across slices a file in reports/.
    // Every verb that moves money posts its transfers in its own transaction: docs/decisions/0014.
    room('slices-share-only-their-model', `(${SLICE})/`, {
      path: `${SLICE}/`,
      pathNot: ['^$1/', '/model\\.ts$', '^src/money/ledger/service\\.ts$'],
    }),
    mayTouch('model', [KERNEL, MODELS]),
    // A list of robots is a table, only longer than one keeps by hand.
    mayTouch('rules', [KERNEL, 'src/stats/', MODELS, '$1/(rules|model)'], 'isbot'),
    mayTouch('schema', [KERNEL, '$1/(schema|model)\\.ts', MODELS], 'zod'),
    mayTouch(
      'store',
      [
        KERNEL,
        'src/platform/(postgres|bulk|ctx|firehose/\\w+)\\.ts',
        '$1/(store|model|schema)',
        'db/types\\.ts',
        MODELS,
        '(stream|events)',
      ],
      'kysely|pg|pg-copy-streams',
    ),
    mayTouch('routes', [KERNEL, 'src/http/', '$1/(service|verbs|schema|model)'], 'zod', RUNTIME),
    mayTouch('jobs', [KERNEL, '$1/model\\.ts']),
    room('service-knows-no-transport', `(${SLICE})/(service\\.ts|verbs/)`, {
      path: '^src/(http|cli|bin|compose|config)|/routes\\.ts$|node_modules/fastify',
    }),
    // A flow speaks to a slice through its verbs, rules and model, never to its tables.
    room('flows-call-verbs', '^src/flows/', { path: `${SLICE}/(store|routes)` }),
    room('reports-read-by-their-own-sql', '^src/reports/', {
      path: `${SLICE}/(store|service|verbs|routes)|^src/flows/`,
    }),
    room('kernel-imports-nothing-of-ours', '^src/kernel/', { path: '^(src|web|db)/', pathNot: '^src/kernel/' }),
    room('stats-imports-only-stats', '^src/stats/', { pathNot: '^src/stats/' }),
    room('platform-knows-no-domain', '^src/platform/', { path: `^src/(${DOMAIN}|http|cli|bin)/|^src/compose` }),
    room('http-knows-no-domain', '^src/http/', { path: `^src/(${DOMAIN}|cli|bin)/|^src/compose` }),
    // The scenario lab plays in the browser what the server plays: the same rules.
    room('web-sees-only-words-and-shapes', '^web/', {
      path: '^src/',
      pathNot: '^src/kernel/|/(schema|model)\\.ts$|^src/advocacy/scenarios/rules/',
    }),
    room('browser-imports-nothing', '^browser/', { pathNot: '^browser/' }),
    room('nothing-imports-bin', '^src/(?!bin/)', { path: '^src/bin/' }),
    room('only-bin-imports-commands', '^src/(?!bin/|cli/)', { path: '^src/cli/' }),
    room('only-the-root-composes', '^src/(?!bin/|cli/)', { path: '^src/compose\\.ts$' }),
    room('product-needs-no-workshop', '^(src|web)/', { path: '^(test|bench|scripts)/' }),
    room('pure-files-do-no-io', `${SLICE}/(model|rules|schema)|^src/(kernel|stats)/`, { dependencyTypes: ['core'] }),
    // What src imports at run time is a dependency, not a devDependency.
    room('the-product-runs-without-the-workshop', '^src/', {
      dependencyTypes: ['npm-dev'],
      ...RUNTIME,
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/.*/node_modules|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
