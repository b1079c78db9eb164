import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { hueClass } from '../../../packages/elements/src/parts/hue.js';
import * as icons from '../../../packages/elements/src/parts/icons.js';

const root = path.resolve(import.meta.dirname, '../../..');
const all = Object.entries(icons);

describe('icons and hues', () => {
  it('EL4 are one path each on the 24 grid, and no two are the same', () => {
    expect(new Set(all.map(([, icon]) => icon.path)).size).toBe(all.length);
    for (const [, icon] of all) {
      expect(icon.path).toMatch(/^M[\d.]+ ?[\d.]+ ?[a-zA-Z][\d\w. -]*$/);
      for (const [, x] of icon.path.matchAll(/M([\d.]+)/g)) expect(Number(x)).toBeLessThanOrEqual(22);
    }
  });

  it('EL4 only what points along the line of reading is mirrored', () => {
    const directional = all.filter(([, icon]) => icon.isDirectional).map(([name]) => name);
    expect(directional.sort()).toEqual([
      'arrowLeft',
      'arrowRight',
      'group',
      'left',
      'list',
      'redo',
      'right',
      'send',
      'undo',
    ]);
  });

  it('EL5 an element carries the icons it draws, and no others', async () => {
    const carried = await iconsIn(`import '@kith/elements/define/storage-state';`);
    expect(carried).toContain('refresh');
    expect(carried).not.toContain('board');
    expect(carried.length).toBeLessThan(all.length / 3);
  });

  it('EL4 a thing keeps its hue, and hues are spread over many things', () => {
    expect(hueClass('user_hanna')).toBe(hueClass('user_hanna'));
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueClass(`user_${index}`)));
    expect([...hues].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((hue) => `hue-${hue}`));
  });
});

/** The names of the icons that a bundle of the code holds. */
async function iconsIn(code: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'silent',
    external: ['@kith/core', '@kith/core/*', '@kith/store', '@kith/store/*'],
  });
  const text = outputFiles[0]?.text ?? '';
  return all.filter(([, icon]) => text.includes(icon.path)).map(([name]) => name);
}
