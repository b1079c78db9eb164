// What the type checker and Biome do not see: types in use, Lit templates, and the rules of this house.
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const banned = (selector, message) => ({ selector, message });

const inPackages = [
  banned(
    "ImportDeclaration[source.value='zod/mini'][importKind='value'] > ImportSpecifier[importKind='value']",
    "Write `import * as z from 'zod/mini'`, so that only what is used is shipped.",
  ),
  banned(
    'ExportDefaultDeclaration',
    'Export it by its name: a default export has a different name in each file that imports it.',
  ),
  banned(
    'ExportAllDeclaration[exported=null]',
    'List what is exported by name. Only `export * as feature` in the index of the store is allowed.',
  ),
  banned(
    'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    'Draw with a Lit template; a string set as HTML is a hole for scripts.',
  ),
  banned(
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'Draw with a Lit template; a string set as HTML is a hole for scripts.',
  ),
];

const inCore = [
  banned(
    "MemberExpression[object.name='Date'][property.name='now']",
    'Core has no clock. Take the moment from env.now.',
  ),
  banned("NewExpression[callee.name='Date'][arguments.length=0]", 'Core has no clock. Take the moment from env.now.'),
  banned("CallExpression[callee.name='Date']", 'Core has no clock. Take the moment from env.now.'),
  banned(
    "MemberExpression[object.name='Math'][property.name='random']",
    'Core does not roll dice. Take an id from env.newId(kind), or a seeded generator as a parameter.',
  ),
  banned(
    'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    "Core does not know the machine's language. Pass the locale.",
  ),
  banned(
    "NewExpression[callee.object.name='Intl'][arguments.length=0]",
    "Core does not know the machine's language or zone. Pass them.",
  ),
];

const runsACommand = banned(
  "CallExpression[callee.property.name='run']",
  'Only <kith-app> runs commands. Dispatch a CommandEvent: the host may veto, confirm or log it on its way up.',
);

const impure = [
  'crypto',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'self',
  'globalThis',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'performance',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'HTMLElement',
  'customElements',
  'Worker',
  'BroadcastChannel',
].map((name) => ({
  name,
  message: `Core is pure: it has no ${name}. Take what you need as a parameter, or do this in packages/store.`,
}));

const imports = {
  paths: [
    { name: 'zod', message: "Write `import * as z from 'zod/mini'`: zod itself costs the browser 90 kB." },
    { name: 'zod/v4', message: "Write `import * as z from 'zod/mini'`: zod itself costs the browser 90 kB." },
    {
      name: 'lit/static-html.js',
      importNames: ['unsafeStatic'],
      message: 'unsafeStatic puts strings into templates unescaped. Use a literal or a part.',
    },
    {
      name: 'lit/directives/unsafe-html.js',
      message: 'Text that people wrote is never HTML. Draw it with a Lit template.',
    },
    { name: 'lit/directives/unsafe-svg.js', message: 'Draw with the svg template tag instead of a string.' },
  ],
};

const testImports = {
  paths: [
    ...imports.paths,
    {
      name: '@open-wc/testing',
      importNames: ['waitUntil', 'aTimeout'],
      message:
        'Import waitUntil from test/support/wait-until.ts: the second that this one waits is too short on a busy machine.',
    },
  ],
};

const inTests = [
  banned(
    'MemberExpression[object.name=/^(it|test|describe|suite|context)$/][property.name=/^(only|skip|todo|fails)$/]',
    'A test runs or it is not there. For absent data use describe.skipIf (Node) or this.skip() (browser).',
  ),
  banned('CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]', 'A test runs or it is not there.'),
  banned(
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock|spyOn|fn|stubGlobal)$/]",
    'No mocks: use the memory adapter or the real thing.',
  ),
  banned(
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    'A test waits for a state (waitUntil, firstValueFrom), never for a time.',
  ),
  banned(
    'CallExpression[callee.name=/^(aTimeout|sleep|delay)$/]',
    'A test waits for a state (waitUntil, firstValueFrom), never for a time.',
  ),
];

export default tseslint.config(
  { ignores: ['**/dist', '**/storybook-static', '**/node_modules', '**/*.d.ts', '.generated', 'coverage'] },
  {
    files: ['packages/*/src/**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...inPackages],
      '@typescript-eslint/no-restricted-imports': ['error', imports],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Nobody writes `any` (Biome sees to that), so what is left of it is variance and parsed JSON, typed where it comes in.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A form's values are text here, and a request's error is one.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // It takes assertions away that the type checker needs.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An explicit undefined says that leaving it out is meant.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Biome and the type checker report these.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      'no-undef': 'off',
      // A schema and its type share one name.
      'no-redeclare': 'off',
      // Lit calls a template's listeners on their element; elsewhere there are hardly any methods.
      '@typescript-eslint/unbound-method': 'off',
      // A contract may be asynchronous where one implementation is not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...inPackages, ...inCore],
      'no-restricted-globals': ['error', ...impure],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: { 'no-restricted-syntax': ['error', ...inPackages, runsACommand] },
  },
  {
    files: ['packages/elements/src/app/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...inPackages] },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    extends: [tseslint.configs.base],
    rules: {
      'no-restricted-syntax': ['error', ...inTests],
      '@typescript-eslint/no-restricted-imports': ['error', testImports],
    },
  },
  {
    files: ['test/support/wait-until.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', imports] },
  },
);
