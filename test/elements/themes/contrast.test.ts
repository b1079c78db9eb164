import { describe, expect, it } from 'vitest';
import { contrastOf, over, type Srgb, srgbOf } from '../../../packages/elements/src/themes/source/contrast.js';
import { leastWithMore, type Pair, pairs } from '../../../packages/elements/src/themes/source/pairs.js';
import type { ColorToken } from '../../../packages/elements/src/themes/source/token.js';
import { tokensByName } from '../../../packages/elements/src/themes/source/tokens.js';

const MODES = ['light', 'dark'] as const;

describe('the contrast of what stands on what', () => {
  it('EL7 is AAA for body text, AA for other text and 3 to 1 for what is no text, in light and dark', () => {
    expect(failures(false)).toEqual([]);
  });

  it('EL7 is AAA for all text where more contrast is asked for', () => {
    expect(failures(true)).toEqual([]);
  });

  it('EL7 is worked out as WCAG says', () => {
    const white: Srgb = [1, 1, 1, 1];
    expect(contrastOf(white, [0, 0, 0, 1])).toBe(21);
    // #767676 is the lightest grey that keeps 4.5 on white.
    expect(contrastOf(white, [0x76 / 255, 0x76 / 255, 0x76 / 255, 1])).toBeCloseTo(4.54, 2);
    expect(over([0, 0, 0, 0.5], white)).toEqual([0.5, 0.5, 0.5, 1]);
  });
});

function failures(isMore: boolean): string[] {
  return pairs.flatMap(({ ink, on, least }) =>
    on.flatMap((ground) =>
      MODES.flatMap((mode) => {
        const wanted = isMore ? leastWithMore(least) : least;
        const contrast = contrastOf(
          over(shown(ink, mode, isMore), groundOf(ground, mode, isMore)),
          groundOf(ground, mode, isMore),
        );
        return contrast < wanted ? [`${ink} on ${ground} in ${mode}: ${contrast.toFixed(2)}, wanted ${wanted}`] : [];
      }),
    ),
  );
}

function groundOf(ground: Pair['on'][number], mode: (typeof MODES)[number], isMore: boolean): Srgb {
  const [top, below] = ground.split(' over ') as [string, string?];
  return below ? over(shown(top, mode, isMore), shown(below, mode, isMore)) : shown(top, mode, isMore);
}

function shown(name: string, mode: (typeof MODES)[number], isMore: boolean): Srgb {
  const token = tokensByName.get(name) as ColorToken | undefined;
  if (!token) throw new Error(`There is no token ${name}.`);
  return srgbOf(((isMore && token.more) || token)[mode]);
}
