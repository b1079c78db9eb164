import { fixed } from './oklch.js';
import type { ShadowLayer, TokenGroup } from './token.js';

/** A shadow of so much in light and so much in dark, where the lighter surface and its line do most of the work. */
const layer = (y: number, blur: number, spread: number, light: number, dark: number): ShadowLayer => ({
  y,
  blur,
  spread,
  light: fixed(0.3, 0.03, 264, light),
  dark: fixed(0, 0, 0, dark),
});

/** Never a shadow alone: each goes with a surface. */
export const elevation: TokenGroup = {
  title: 'Elevation',
  tokens: {
    'shadow-card': { say: 'A card on surface-raised.', layers: [layer(1, 2, 0, 0.06, 0.2)] },
    'shadow-raised': {
      say: 'What stands out a little.',
      layers: [layer(1, 2, 0, 0.07, 0.3), layer(4, 10, -2, 0.08, 0.3)],
    },
    'shadow-overlay': {
      say: 'A menu on surface-overlay.',
      layers: [layer(2, 6, 0, 0.07, 0.35), layer(12, 28, -6, 0.16, 0.5)],
    },
    'shadow-drag': { say: 'What is carried.', layers: [layer(4, 8, 0, 0.1, 0.4), layer(18, 36, -8, 0.24, 0.6)] },
    'shadow-dialog': { say: 'A dialog.', layers: [layer(8, 20, 0, 0.1, 0.4), layer(28, 64, -12, 0.28, 0.7)] },
  },
};
