// The law of the layers. Imports of types count. Each rule's comment tells the offender what to do.
const LEFT = 'filters|fields|permissions|duplicates|working-time|assignment|pricing';
const MODELS = 'scoring|segments|forecast|value|metrics|goals|alerts|tasks';
/** `built-in` gathers what the entities say of themselves; an index is only a door to it. */
const EDGE = 'sample|imports|built-in';
/** The entities are the folders of core that are nothing else. */
const ENTITY = `(?!(?:kernel|${LEFT}|${MODELS}|${EDGE})/)[^/]+`;
const core = (folders) => `^packages/core/src/(?:${folders})/`;
const npm = (names) => `(?:^|/)(?:${names})(?:/|$)`;

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'These files import each other in a circle. Move what both need into a file left of both (a type, a constant, a rule), or let one take the other as a parameter.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        'Core means, it does not act: data in, data out. Take what you need as a parameter (time, ids and the actor come in Env), or put the code that acts into packages/store.',
      from: { path: '^packages/core/src/' },
      to: { path: `^packages/(?!core/)|${npm('lit|@lit|rxjs|dexie|idb-keyval')}` },
    },
    {
      name: 'adapters-know-no-entity',
      severity: 'error',
      comment:
        'An adapter knows rows and indexes, never what a deal is. Let the store hand it what it needs (CollectionShape, Filter), so that anyone can write an adapter without knowing a CRM.',
      from: { path: '^packages/adapters/src/' },
      to: { path: `^packages/(?!adapters/)|${npm('lit|@lit|rxjs|zod')}` },
    },
    {
      name: 'store-draws-nothing',
      severity: 'error',
      comment: 'The store runs without a page, in a worker or on a server. Put what is drawn into packages/elements.',
      from: { path: '^packages/store/src/' },
      to: { path: `^packages/elements/|${npm('lit|@lit|dexie|idb-keyval')}` },
    },
    {
      name: 'elements-never-touch-adapters',
      severity: 'error',
      comment:
        'Elements speak to the store only: read through a Live controller over store.watch, write by a CommandEvent. If the store lacks a question, add a query to packages/store/src/<feature>/queries.ts.',
      from: { path: '^packages/elements/src/' },
      to: { path: `^packages/adapters/|${npm('dexie|idb-keyval')}` },
    },
    {
      name: 'features-look-left/kernel',
      severity: 'error',
      comment:
        'In core the order is kernel → filters, fields, permissions → entities → models → sample, imports; left never imports right. Move what you need to the left (often into kernel), or take it as a parameter.',
      from: { path: core('kernel') },
      to: { path: '^packages/core/src/(?!kernel/)' },
    },
    {
      name: 'features-look-left/filters',
      severity: 'error',
      comment:
        'Filters, fields and permissions stand left of the entities: they know fields by path, not what a deal is. Let the entity hand them what they need.',
      from: { path: core(LEFT), pathNot: '/index[.]ts$' },
      to: { path: `^packages/core/src/(?!(?:kernel|${LEFT})/)` },
    },
    {
      name: 'features-look-left/entities',
      severity: 'error',
      comment:
        'Entities stand left of the models and of sample and imports. Turn the import round: let the model import the entity.',
      from: { path: `^packages/core/src/${ENTITY}/` },
      to: { path: core(`${MODELS}|${EDGE}`) },
    },
    {
      name: 'features-look-left/models',
      severity: 'error',
      comment: 'Models stand left of sample and imports. Turn the import round.',
      from: { path: core(MODELS) },
      to: { path: core(EDGE) },
    },
    {
      name: 'siblings-by-type-only',
      severity: 'error',
      comment:
        'Entities know each other by type only: write `import type`. If you need a value of the sibling (a schema, a rule), move it into kernel, or take it as a parameter.',
      from: { path: `^packages/core/src/(${ENTITY})/` },
      to: {
        path: `^packages/core/src/${ENTITY}/`,
        pathNot: '^packages/core/src/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-own-index',
      severity: 'error',
      comment: 'Inside a package import the file that has it, never an index: an index is the door for those outside.',
      from: { path: '^packages/([^/]+)/src/', pathNot: '/index[.]ts$' },
      to: { path: '^packages/$1/src/(index|.*/index)[.]ts$' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment:
        'Import another package by its name and a path of its "exports" (@kith/core, @kith/core/sample), not by a path into its files. If it does not offer what you need, add it to its index.ts.',
      from: { path: '^(?:packages/([^/]+)|examples)/' },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/$1/',
          '^packages/[^/]+/src/.*index[.]ts$',
          '^packages/[^/]+/src/define',
          '^packages/[^/]+/custom-elements[.]json$',
          '[.]css$',
        ],
      },
    },
    {
      name: 'no-dep-on-test',
      severity: 'error',
      comment:
        'What is shipped does not import tests, stories, examples or scripts. Move what you need into the package.',
      from: { path: '^packages/' },
      to: { path: '^(?:test|stories|examples|scripts)/|[.]test[.]ts$' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment:
        'This package is not among the dependencies of the package that imports it, so those who install it would not get it. Add it to "dependencies" (or "peerDependencies") of that package.json.',
      from: { path: '^packages/[^/]+/src/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['npm', 'npm-peer'],
        pathNot: '^packages/',
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'This import leads nowhere. Check the path (relative imports end in .js), or install the package.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
