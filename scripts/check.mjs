// The gate: everything that has to hold, cheapest first. It stops at the first failure and names the fix.
//   pnpm check                    all of it
//   pnpm check --update           rewrites what is generated: API report, elements manifest, sizes
//   pnpm check --only lint,spec   some of it
//   pnpm check --from stories     the rest of it
import path from 'node:path';
import { oneCheck, tool } from './gate/tool.mjs';

const root = path.dirname(import.meta.dirname);
const { update, only, from } = readOptions(process.argv.slice(2));
const run = (program, ...parameters) => oneCheck(tool(root, program, parameters));
const gate = async (file, check, options) => (await import(`./gate/${file}.mjs`))[check](root, options);

const REGENERATE = 'If the change is meant: pnpm check --update, and look at the difference.';
/** Steps that only read, and take one core each: this one is begun beside that one. */
const BESIDE = { rules: 'types' };
const STEPS = [
  ['format', () => run('biome', 'format'), 'Run: pnpm format'],
  ['lint', () => run('biome', 'lint', '--error-on-warnings'), 'Run: pnpm format. Correct what is left as it says.'],
  ['rules', () => run('eslint', '.', '--max-warnings=0'), 'Correct each as it says.'],
  ['names', () => gate('names', 'checkNames'), 'Rename, split or move as it says.'],
  ['layers', () => gate('layers', 'checkLayers'), 'Follow the comment under each arrow.'],
  ['types', () => run('tsc', '-p', 'tsconfig.json'), 'Correct the types. Alone: pnpm types'],
  ['spec', () => gate('spec', 'checkSpec'), 'Write the test, the law or the line that is missing.'],
  ['node', () => gate('tests', 'countNodeTests'), 'Alone: pnpm test:node <file>'],
  ['build', () => gate('exports', 'build'), 'Alone: pnpm build'],
  ['exports', () => gate('exports', 'checkExports'), 'Correct the package.json it names.'],
  ['templates', () => gate('templates', 'checkTemplates'), 'Correct the templates it names.'],
  ['manifest', () => gate('manifest', 'checkManifest', { update }), REGENERATE],
  ['unused', () => run('knip', '--no-progress'), 'Delete it, or use it.'],
  ['api', () => gate('api', 'checkApi', { update }), REGENERATE],
  ['sizes', () => gate('sizes', 'checkSizes', { update }), REGENERATE],
  ['browser', () => gate('tests', 'countBrowserTests'), 'Alone: pnpm test:browser --files <file>'],
  ['docs', () => gate('docs', 'checkDocs'), 'Correct the example where it stands.'],
  ['stories', () => gate('stories', 'checkStories'), 'Look at it: pnpm storybook'],
];

let passed = 0;
const chosen = chosenSteps();
const begun = new Map();
const begin = ([name, check]) => begun.get(name) ?? begun.set(name, check()).get(name);
for (const step of chosen) {
  const [name, , fix] = step;
  const began = performance.now();
  const running = begin(step);
  const other = chosen.find(([each]) => each === BESIDE[name]);
  // What goes wrong with it is told when its turn comes.
  if (other) begin(other).catch(() => undefined);
  const result = await running;
  const head = `${name.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
  passed += result.passed;
  if (result.problems.length > 0) {
    console.error(`✗ ${head}\n\n${result.problems.join('\n')}\n\n${fix}\nThen: pnpm check --from ${name}\n`);
    console.log(`${passed} passed, ${result.failed ?? result.problems.length} failed`);
    process.exit(1);
  }
  console.log(
    `✓ ${head} ${String(result.passed).padStart(6)}${(result.notes ?? []).map((note) => `\n    ${note}`).join('')}`,
  );
}
console.log(`${passed} passed, 0 failed`);

function chosenSteps() {
  const names = STEPS.map(([name]) => name);
  const unknown = [...(only ?? []), ...(from ? [from] : [])].find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no step "${unknown}". The steps are ${names.join(', ')}.`);
  if (only) return STEPS.filter(([name]) => only.includes(name));
  return STEPS.slice(from ? names.indexOf(from) : 0);
}

function readOptions(parameters) {
  const value = (option) => (parameters.includes(option) ? parameters[parameters.indexOf(option) + 1] : undefined);
  return { update: parameters.includes('--update'), only: value('--only')?.split(','), from: value('--from') };
}
