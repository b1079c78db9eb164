// The custom elements manifest: what the elements offer, for Storybook, editors and wrappers. It is generated and kept.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tool } from './tool.mjs';

const PACKAGE = 'packages/elements';

export async function checkManifest(root, { update = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-manifest-'));
  try {
    const { code, output } = await tool(
      root,
      'cem',
      [
        'analyze',
        '--config',
        'custom-elements-manifest.config.mjs',
        '--outdir',
        path.relative(path.join(root, PACKAGE), folder),
      ],
      { folder: PACKAGE },
    );
    if (code !== 0) return { passed: 0, problems: [output] };
    const fresh = `${JSON.stringify(JSON.parse(readFileSync(path.join(folder, 'custom-elements.json'), 'utf8')), null, 1)}\n`;
    return compare(path.join(root, PACKAGE, 'custom-elements.json'), fresh, update);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(file, fresh, update) {
  if (update) writeFileSync(file, fresh);
  const elements = JSON.parse(fresh)
    .modules.flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.tagName);
  const problems = elements.flatMap(untold);
  if (elements.length === 0) problems.push('The manifest names no element.');
  if (readOrEmpty(file) !== fresh) problems.push(`${PACKAGE}/custom-elements.json is stale. Run: pnpm check --update`);
  return { passed: problems.length === 0 ? elements.length : 0, problems };
}

/** What an element offers and says nothing of. */
function untold({ tagName, description, members = [], attributes = [], events = [], ...others }) {
  const without = (kind, all) =>
    all.filter((each) => !each.description).map(({ name }) => `<${tagName}> says nothing of its ${kind} "${name}".`);
  return [
    ...(description ? [] : [`<${tagName}> has no description: give its class a doc comment.`]),
    ...without(
      'member',
      members.filter(({ static: isStatic }) => !isStatic),
    ),
    ...without('attribute', attributes),
    ...without('slot', others.slots ?? []),
    ...without('part', others.cssParts ?? []),
    ...without('CSS property', others.cssProperties ?? []),
    ...events
      .filter(({ type }) => !type?.text)
      .map(({ name }) => `<${tagName}> says not what its event "${name}" is: write @event {ItsClass} ${name} - …`),
  ];
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
