import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** As much of the custom elements manifest as is asked for here. */
interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly { readonly tagName?: string }[];
  }[];
}

const manifest = JSON.parse(
  readFileSync(path.join(root, 'packages/elements/custom-elements.json'), 'utf8'),
) as Manifest;
/** Controls of forms are used in the scripts of the elements they stand in. */
const tags = manifest.modules
  .filter((module) => !module.path.startsWith('src/parts/'))
  .flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));

/** The same in every way, but for the kind of what is listed. */
const ALIKE: Readonly<Record<string, string>> = { 'kith-list': 'kith-contact-list' };

it('EL34 every element has a script of what is done with it by keys', () => {
  expect(tags.length).toBeGreaterThan(10);
  const scriptOf = (tag: string): string => `test/keyboard/scripts/${(ALIKE[tag] ?? tag).replace('kith-', '')}.ts`;
  expect(tags.map(scriptOf).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
