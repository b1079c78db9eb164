import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';

const parts = path.resolve(import.meta.dirname, '../../../packages/elements/src/parts');

/** The modules of each primitive: its template, controller or element, with its looks. A primitive made of others is weighed beside them. */
const PRIMITIVES: Readonly<Record<string, readonly string[]>> = {
  button: ['button', 'busy-button', 'button.styles', 'spinner.styles'],
  'icon button': ['icon-button', 'icon'],
  field: ['field'],
  'input, textarea, select': ['controls', 'choice'],
  'what the elements of forms share': ['form-control', 'control.messages', 'control.styles'],
  combobox: ['combobox'],
  'checkbox, switch': ['checkbox', 'check.styles'],
  'radio group': ['radio-group'],
  day: ['day-input'],
  'day range': ['day-range'],
  'money input': ['money-input'],
  'phone input': ['phone-input'],
  tag: ['tag', 'removable-tag', 'hue.styles'],
  chip: ['chip'],
  badge: ['badge'],
  avatar: ['avatar', 'avatar-stack'],
  tooltip: ['tooltip'],
  menu: ['menu', 'overlay'],
  popover: ['popover', 'place'],
  'dialog, drawer': ['modal'],
  tabs: ['tabs'],
  toast: ['toast'],
  'skeleton, empty state, banner': ['states'],
  progress: ['progress'],
  table: ['table'],
};

/** What every element of Kith has, whether or not it draws a primitive, is not the primitive's weight. */
const EVERYBODYS = /\/base\/(?!read-|amount)|^(lit|@lit\/.*|rxjs|@kith\/(core|store))(\/(?!duplicates).*)?$/;
const ALL = Object.values(PRIMITIVES).flat();

async function bundled(modules: readonly string[], ...conditions: readonly string[]): Promise<string> {
  const isElsewhere = (found: string): boolean =>
    EVERYBODYS.test(found) || ALL.some((name) => found === `./${name}.js` && !modules.includes(name));
  const beside: Plugin = {
    name: 'beside',
    setup: (bundle) =>
      // What is fetched when it is needed comes apart from the primitive.
      bundle.onResolve({ filter: /./ }, ({ path: found, kind }) =>
        kind === 'dynamic-import' || isElsewhere(found) ? { path: found, external: true } : undefined,
      ),
  };
  const { outputFiles } = await build({
    stdin: { contents: modules.map((name) => `export * from './${name}.js';`).join(''), resolveDir: parts },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', ...conditions],
    plugins: [beside],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  return outputFiles[0]?.text ?? '';
}

/** Import statements of what is elsewhere are gone once everything is one bundle. */
const weigh = async (modules: readonly string[]): Promise<number> =>
  brotliCompressSync((await bundled(modules)).replaceAll(/import[^;"]*"[^"]+";/g, '')).byteLength;

describe('what primitives weigh', () => {
  it('PT40 is at most 4 kB each and 35 kB together, brotli, beside lit and what every element has', async () => {
    const weights: [string, number][] = [];
    for (const [name, modules] of Object.entries(PRIMITIVES)) weights.push([name, await weigh(modules)]);
    const together = await weigh([...new Set(ALL)]);
    if (process.env.KITH_SIZES) process.stdout.write(`${[...weights, ['together', together]].join('\n')}\n`);
    expect(weights.filter(([, bytes]) => bytes > 4000)).toEqual([]);
    expect(together).toBeLessThanOrEqual(35_000);
    // A bundle that lost its contents would pass, too.
    expect(together).toBeGreaterThan(12_000);
  });

  it('PT41 holds no advice to developers in production, and all of it under the development condition', async () => {
    expect(await bundled(['icon-button', 'checkbox', 'form-control'])).not.toMatch(/has no (label|name)/);
    expect(await bundled(['icon-button'], 'development')).toMatch(
      /has no label.*console\.warn|console\.warn.*has no label/s,
    );
  });
});
