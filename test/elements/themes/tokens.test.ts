import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cssOf } from '../../../packages/elements/src/themes/source/oklch.js';
import { tokensByName } from '../../../packages/elements/src/themes/source/tokens.js';
import { tokens } from '../../../packages/elements/src/themes/tokens.js';
import { tokenFiles } from '../../../scripts/write-tokens.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const written = await tokenFiles();
const tool = (name: string) => JSON.parse(written[`packages/elements/design-tokens/${name}.json`] ?? '');

describe('the design tokens', () => {
  it('EL3 are written from their source (else run node scripts/write-tokens.mjs)', () => {
    const stale = Object.entries(written).filter(
      ([file, text]) => readFileSync(path.join(root, file), 'utf8') !== text,
    );
    expect(stale.map(([file]) => file)).toEqual([]);
  });

  it('EL3 are the same in the stylesheet, in TypeScript and for design tools', () => {
    const css = written['packages/elements/src/themes/tokens.css'] ?? '';
    expect([...tokensByName.keys()].filter((name) => !css.includes(`--kith-${name}:`))).toEqual([]);
    expect(Object.keys(tokens)).toEqual([...tokensByName.keys()].map((name) => `--kith-${name}`));
    expect(tokens['--kith-accent']).toMatchObject({ light: 'oklch(0.52 0.17 262)', dark: 'oklch(0.565 0.1615 262)' });
    expect(tool('light.tokens').accent.accent.$value).toEqual({
      colorSpace: 'oklch',
      components: [0.52, 0.17, 262],
      hex: '#2e62c9',
    });
    expect(cssOf({ lightness: 0.5, chroma: { times: 0.95 }, hue: 'accent', alpha: 0.5 })).toBe(
      'oklch(0.5 calc(var(--kith-accent-c) * 0.95) var(--kith-accent-h) / 0.5)',
    );
  });

  it('EL3 give a design tool every token in each theme and density, and names that lead to others', () => {
    const resolver = tool('kith.resolver');
    const namesIn = (files: readonly { readonly $ref: string }[]) =>
      files.flatMap(({ $ref }) =>
        Object.values(tool($ref.replace('.json', ''))).flatMap((group) =>
          typeof group === 'object' ? Object.keys(group as object) : [],
        ),
      );
    for (const theme of Object.values<readonly { readonly $ref: string }[]>(resolver.modifiers.theme.contexts))
      for (const density of Object.values<readonly { readonly $ref: string }[]>(resolver.modifiers.density.contexts)) {
        const names = namesIn([...resolver.sets.base.sources, ...theme, ...density]);
        expect([...new Set(names)].sort()).toEqual([...tokensByName.keys()].sort());
      }
    const { $value } = tool('dark.tokens').charts['chart-1'];
    expect($value).toBe('{categories.cat-1}');
    expect(tool('dark.tokens').categories['cat-1'].$type).toBe('color');
  });
});
