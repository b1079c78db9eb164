import { fixed } from './oklch.js';
import { color, type TokenGroup } from './token.js';

/**
 * Eight hues found by search: each at 3 to 1 or more on the surface, every pair apart in full colour and for people who
 * see no red, no green or no blue (least distance in OKLab 10.8 in light, 9.2 in dark). Use them in this order.
 */
export const categories: TokenGroup = {
  title: 'Categories',
  tokens: {
    'cat-1': color('Blue.', fixed(0.53, 0.162, 257), fixed(0.73, 0.127, 252)),
    'cat-2': color('Ochre.', fixed(0.67, 0.135, 88), fixed(0.67, 0.135, 75)),
    'cat-3': color('Cyan.', fixed(0.655, 0.114, 213), fixed(0.83, 0.105, 201)),
    'cat-4': color('Magenta.', fixed(0.51, 0.139, 346), fixed(0.63, 0.051, 334)),
    'cat-5': color('Olive.', fixed(0.54, 0.117, 107), fixed(0.82, 0.125, 97)),
    'cat-6': color('Violet.', fixed(0.38, 0.215, 286), fixed(0.55, 0.14, 284)),
    'cat-7': color('Moss.', fixed(0.43, 0.075, 125), fixed(0.72, 0.055, 144)),
    'cat-8': color('Rose.', fixed(0.62, 0.152, 9), fixed(0.55, 0.12, 44)),
  },
};

/** The quiet grounds of tags and avatars in those hues, each with the text that stands on it. */
export const categoryPairs: TokenGroup = {
  title: 'Categories, quiet',
  tokens: {
    'cat-1-subtle': color('Ground.', fixed(0.953, 0.022, 262), fixed(0.31, 0.045, 255)),
    'cat-1-text': color('Text.', fixed(0.42, 0.11, 262), fixed(0.84, 0.07, 252)),
    'cat-2-subtle': color('Ground.', fixed(0.955, 0.03, 72), fixed(0.31, 0.04, 60)),
    'cat-2-text': color('Text.', fixed(0.43, 0.08, 66), fixed(0.84, 0.08, 66)),
    'cat-3-subtle': color('Ground.', fixed(0.953, 0.024, 201), fixed(0.31, 0.035, 205)),
    'cat-3-text': color('Text.', fixed(0.42, 0.07, 210), fixed(0.85, 0.07, 201)),
    'cat-4-subtle': color('Ground.', fixed(0.955, 0.02, 341), fixed(0.31, 0.05, 338)),
    'cat-4-text': color('Text.', fixed(0.42, 0.12, 341), fixed(0.84, 0.08, 338)),
    'cat-5-subtle': color('Ground.', fixed(0.957, 0.034, 100), fixed(0.31, 0.04, 100)),
    'cat-5-text': color('Text.', fixed(0.42, 0.075, 95), fixed(0.86, 0.09, 104)),
    'cat-6-subtle': color('Ground.', fixed(0.953, 0.022, 294), fixed(0.31, 0.055, 292)),
    'cat-6-text': color('Text.', fixed(0.42, 0.13, 294), fixed(0.83, 0.08, 292)),
    'cat-7-subtle': color('Ground.', fixed(0.953, 0.026, 140), fixed(0.31, 0.035, 140)),
    'cat-7-text': color('Text.', fixed(0.41, 0.075, 142), fixed(0.84, 0.07, 138)),
    'cat-8-subtle': color('Ground.', fixed(0.955, 0.018, 19), fixed(0.31, 0.032, 19)),
    'cat-8-text': color('Text.', fixed(0.43, 0.1, 22), fixed(0.84, 0.06, 22)),
  },
};

/** For heat maps: more is farther from the surface. */
export const sequence: TokenGroup = {
  title: 'Sequence',
  tokens: {
    'seq-0': color('Least.', fixed(0.972, 0.006, 262), fixed(0.235, 0.012, 262)),
    'seq-1': color('Step.', fixed(0.935, 0.022, 260), fixed(0.285, 0.035, 262)),
    'seq-2': color('Step.', fixed(0.885, 0.043, 259), fixed(0.34, 0.062, 262)),
    'seq-3': color('Step.', fixed(0.82, 0.07, 258), fixed(0.4, 0.088, 261)),
    'seq-4': color('Step.', fixed(0.74, 0.098, 258), fixed(0.475, 0.105, 260), {
      more: [fixed(0.77, 0.088, 258), fixed(0.42, 0.1, 260)],
    }),
    'seq-5': color('Step.', fixed(0.56, 0.13, 260), fixed(0.64, 0.112, 257), {
      more: [fixed(0.46, 0.13, 260), fixed(0.7, 0.1, 257)],
    }),
    'seq-6': color('Step.', fixed(0.47, 0.135, 262), fixed(0.74, 0.095, 254), {
      more: [fixed(0.41, 0.135, 262), fixed(0.78, 0.085, 254)],
    }),
    'seq-7': color('Most.', fixed(0.38, 0.12, 264), fixed(0.84, 0.065, 250), {
      more: [fixed(0.34, 0.115, 264), fixed(0.86, 0.055, 250)],
    }),
    'seq-text-low': color('Text on steps 0 to 4.', fixed(0.25, 0.03, 264), fixed(0.95, 0.01, 262), {
      more: [fixed(0.15, 0.02, 264), fixed(1, 0, 0)],
    }),
    'seq-text-high': color('Text on steps 5 to 7.', fixed(0.99, 0, 0), fixed(0.18, 0.02, 264), {
      more: [fixed(1, 0, 0), fixed(0.12, 0.01, 264)],
    }),
  },
};

/** What charts need besides the hues. */
export const charts: TokenGroup = {
  title: 'Charts',
  tokens: {
    'chart-grid': color('Grid lines.', fixed(0.935, 0.004, 264), fixed(0.285, 0.009, 264)),
    'chart-axis': { say: 'Ticks.', alias: 'text-subtle' },
    'chart-1': { say: 'The first series.', alias: 'cat-1' },
    'chart-band': color('Uncertainty.', fixed(0.53, 0.162, 257, 0.12), fixed(0.73, 0.127, 252, 0.17)),
    'chart-quiet': color('Last period, and the remainder.', fixed(0.8, 0.01, 264), fixed(0.46, 0.012, 264)),
  },
};
