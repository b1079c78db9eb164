import { fixed } from './oklch.js';
import { color, type TokenGroup } from './token.js';

/** How it stands: text on any surface, fill for dots and bars, subtle behind it and border around it. */
export const statuses: TokenGroup = {
  title: 'Status',
  tokens: {
    'positive-text': color('It went well.', fixed(0.47, 0.11, 155), fixed(0.79, 0.12, 155), {
      more: [fixed(0.38, 0.09, 155), fixed(0.88, 0.09, 155)],
      forced: 'CanvasText',
    }),
    'positive-fill': color('Dots and bars.', fixed(0.59, 0.13, 155), fixed(0.7, 0.13, 155), { forced: 'CanvasText' }),
    'positive-subtle': color('Behind it.', fixed(0.962, 0.025, 155), fixed(0.275, 0.035, 158), { forced: 'Canvas' }),
    'positive-border': color('Around it.', fixed(0.82, 0.075, 155), fixed(0.44, 0.07, 155), {
      more: [fixed(0.5, 0.11, 155), fixed(0.75, 0.12, 155)],
      forced: 'CanvasText',
    }),
    positive: { say: 'Where one value is enough.', alias: 'positive-fill' },

    'warning-text': color('It needs a look.', fixed(0.49, 0.105, 68), fixed(0.82, 0.115, 80), {
      more: [fixed(0.38, 0.08, 68), fixed(0.9, 0.09, 80)],
      forced: 'CanvasText',
    }),
    'warning-fill': color('Dots and bars.', fixed(0.65, 0.142, 68), fixed(0.76, 0.135, 75), { forced: 'CanvasText' }),
    'warning-subtle': color('Behind it.', fixed(0.967, 0.03, 82), fixed(0.285, 0.038, 75), { forced: 'Canvas' }),
    'warning-border': color('Around it.', fixed(0.84, 0.09, 78), fixed(0.46, 0.075, 75), {
      more: [fixed(0.52, 0.11, 68), fixed(0.77, 0.12, 78)],
      forced: 'CanvasText',
    }),
    warning: { say: 'Where one value is enough.', alias: 'warning-fill' },

    'negative-text': color('It is wrong.', fixed(0.51, 0.175, 26), fixed(0.78, 0.115, 24), {
      more: [fixed(0.4, 0.15, 26), fixed(0.88, 0.07, 24)],
      forced: 'CanvasText',
    }),
    'negative-fill': color('Dots, bars and the line of a wrong field.', fixed(0.585, 0.19, 26), fixed(0.66, 0.18, 25), {
      forced: 'CanvasText',
    }),
    'negative-subtle': color('Behind it.', fixed(0.965, 0.016, 22), fixed(0.268, 0.038, 22), { forced: 'Canvas' }),
    'negative-border': color('Around it.', fixed(0.83, 0.075, 22), fixed(0.47, 0.11, 24), {
      more: [fixed(0.52, 0.17, 26), fixed(0.75, 0.13, 24)],
      forced: 'CanvasText',
    }),
    negative: color('The button that cannot be undone.', fixed(0.53, 0.18, 26), fixed(0.57, 0.175, 25), {
      more: [fixed(0.43, 0.165, 26), fixed(0.82, 0.1, 24)],
      forced: 'Highlight',
    }),

    'info-text': color('Good to know.', fixed(0.47, 0.1, 232), fixed(0.8, 0.09, 230), {
      more: [fixed(0.38, 0.08, 232), fixed(0.88, 0.06, 230)],
      forced: 'CanvasText',
    }),
    'info-fill': color('Dots and bars.', fixed(0.6, 0.115, 232), fixed(0.7, 0.11, 232), { forced: 'CanvasText' }),
    'info-subtle': color('Behind it.', fixed(0.962, 0.018, 232), fixed(0.28, 0.035, 235), { forced: 'Canvas' }),
    'info-border': color('Around it.', fixed(0.82, 0.06, 232), fixed(0.44, 0.065, 235), {
      more: [fixed(0.5, 0.1, 232), fixed(0.75, 0.1, 232)],
      forced: 'CanvasText',
    }),
    info: { say: 'Where one value is enough.', alias: 'info-fill' },
  },
};
