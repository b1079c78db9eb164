import { describe, expect, it } from 'vitest';
import { hueClass } from '../../../packages/elements/src/parts/hue.js';
import * as icons from '../../../packages/elements/src/parts/icons.js';

describe('icons and hues', () => {
  it('EL4 are one path each on the 24 grid, and no two are the same', () => {
    const paths = Object.values(icons);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^M\d+(\.\d+)? [\d.]+|^M[\d.]+[ V]/);
    for (const path of paths)
      for (const [, x] of path.matchAll(/M([\d.]+)/g)) expect(Number(x)).toBeLessThanOrEqual(22);
  });

  it('EL4 a thing keeps its hue, and hues are spread over many things', () => {
    expect(hueClass('user_hanna')).toBe(hueClass('user_hanna'));
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueClass(`user_${index}`)));
    expect([...hues].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((hue) => `hue-${hue}`));
  });
});
