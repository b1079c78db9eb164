// The gate: everything that has to hold. It stops at the first failure and names the fix.
//   pnpm check                    all of it
//   pnpm check --update           rewrites what is generated: API report, elements manifest, sizes, pictures of stories
//   pnpm check --only lint,spec   some of it
//   pnpm check --from stories     the rest of it
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { compile } from './gate/compile.mjs';
import { runInLanes } from './gate/lanes.mjs';
import { oneCheck, tool } from './gate/tool.mjs';

const root = path.dirname(import.meta.dirname);
const { update, only, from } = readOptions(process.argv.slice(2));
const run =
  (program, ...parameters) =>
  () =>
    oneCheck(tool(root, program, parameters));
const gate = (file, check, options) => async () => (await import(`./gate/${file}.mjs`))[check](root, options);

const REGENERATE = 'If the change is meant: pnpm check --update, and look at the difference.';
/** Cheap ones, which tell at once what is wrong: all others come after them. */
const CHEAP = [
  { name: 'format', check: run('biome', 'format'), fix: 'Run: pnpm format' },
  {
    name: 'lint',
    check: run('biome', 'lint', '--error-on-warnings'),
    fix: 'Run: pnpm format. Correct what is left as it says.',
  },
  { name: 'rules', check: run('eslint', '.', '--max-warnings=0'), fix: 'Correct each as it says.' },
  { name: 'names', check: gate('names', 'checkNames'), fix: 'Rename, split or move as it says.' },
  { name: 'layers', check: gate('layers', 'checkLayers'), fix: 'Follow the comment under each arrow.' },
  {
    name: 'types',
    check: () => oneCheck(compile(root, ['-p', 'tsconfig.json'])),
    fix: 'Correct the types. Alone: pnpm types',
  },
  { name: 'spec', check: gate('spec', 'checkSpec'), fix: 'Write the test, the law or the line that is missing.' },
];
/** Each with what writes the files that it reads. */
const DEAR = [
  { name: 'node', check: gate('tests', 'countNodeTests'), fix: 'Alone: pnpm test:node <file>' },
  { name: 'build', check: gate('exports', 'build'), fix: 'Alone: pnpm build' },
  {
    name: 'exports',
    after: ['build'],
    check: gate('exports', 'checkExports'),
    fix: 'Correct the package.json it names.',
  },
  { name: 'templates', check: gate('templates', 'checkTemplates'), fix: 'Correct the templates it names.' },
  { name: 'manifest', check: gate('manifest', 'checkManifest', { update }), fix: REGENERATE },
  { name: 'unused', check: run('knip', '--no-progress'), fix: 'Delete it, or use it.' },
  { name: 'api', after: ['build'], check: gate('api', 'checkApi', { update }), fix: REGENERATE },
  { name: 'sizes', after: ['build'], check: gate('sizes', 'checkSizes', { update }), fix: REGENERATE },
  { name: 'browser', check: gate('tests', 'countBrowserTests'), fix: 'Alone: pnpm test:browser --files <file>' },
  {
    name: 'engines',
    check: gate('tests', 'countEngineTests'),
    fix: 'Alone: KITH_BROWSERS=firefox,webkit pnpm test:browser --files <file>',
  },
  { name: 'docs', after: ['build'], check: gate('docs', 'checkDocs'), fix: 'Correct the example where it stands.' },
  {
    name: 'stories',
    after: ['manifest'],
    check: gate('stories', 'checkStories', { update }),
    fix: 'Look at it: pnpm storybook',
  },
];
const STEPS = [
  ...CHEAP,
  ...DEAR.map((step) => ({ ...step, after: [...CHEAP.map(({ name }) => name), ...(step.after ?? [])] })),
];
/** A step keeps one core busy, some a little more and some not quite. */
const LANES = Math.max(2, Math.floor(availableParallelism() / 2) + 1);

let passed = 0;
await runInLanes(chosenSteps(), LANES, (name, result, milliseconds) => {
  const head = `${name.padEnd(10)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
  passed += result.passed;
  if (result.problems.length > 0) {
    const { fix } = STEPS.find((step) => step.name === name);
    console.error(`✗ ${head}\n\n${result.problems.join('\n')}\n\n${fix}\nThen: pnpm check --from ${name}\n`);
    console.log(`${passed} passed, ${result.failed ?? result.problems.length} failed`);
    process.exit(1);
  }
  const notes = (result.notes ?? []).map((note) => `\n    ${note}`).join('');
  console.log(`✓ ${head} ${String(result.passed).padStart(6)}${notes}`);
});
console.log(`${passed} passed, 0 failed`);

function chosenSteps() {
  const names = STEPS.map(({ name }) => name);
  const unknown = [...(only ?? []), ...(from ? [from] : [])].find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no step "${unknown}". The steps are ${names.join(', ')}.`);
  if (only) return STEPS.filter(({ name }) => only.includes(name));
  return STEPS.slice(from ? names.indexOf(from) : 0);
}

function readOptions(parameters) {
  const value = (option) => (parameters.includes(option) ? parameters[parameters.indexOf(option) + 1] : undefined);
  return { update: parameters.includes('--update'), only: value('--only')?.split(','), from: value('--from') };
}
