import { accent, fixed, neutral, tinted } from './oklch.js';
import { color, type TokenGroup } from './token.js';

/** What things lie on. */
export const surfaces: TokenGroup = {
  title: 'Surfaces',
  tokens: {
    surface: color('The ground of a panel.', fixed(1, 0, 0), neutral(0.205, 0.008), { forced: 'Canvas' }),
    'surface-raised': color('A card or a button on it.', fixed(1, 0, 0), neutral(0.245, 0.009), { forced: 'Canvas' }),
    'surface-overlay': color('A menu, a dialog, what is dragged.', fixed(1, 0, 0), neutral(0.27, 0.01), {
      forced: 'Canvas',
    }),
    'surface-sunken': color(
      'What things stand in: a column, a group row.',
      neutral(0.973, 0.003),
      neutral(0.175, 0.007),
      {
        forced: 'Canvas',
      },
    ),
    'surface-inverse': color('A toast, a tooltip.', neutral(0.25, 0.013), neutral(0.93, 0.004), { forced: 'Canvas' }),
    hover: color('The wash under the pointer.', neutral(0.35, 0.02, 0.05), neutral(0.95, 0.01, 0.06), {
      more: [neutral(0.35, 0.02, 0.09), neutral(0.95, 0.01, 0.12)],
    }),
    pressed: color('The wash while pressed.', neutral(0.35, 0.02, 0.09), neutral(0.95, 0.01, 0.1), {
      more: [neutral(0.35, 0.02, 0.14), neutral(0.95, 0.01, 0.18)],
    }),
    scrim: color('Over the page behind a dialog.', neutral(0.25, 0.02, 0.32), neutral(0.08, 0.01, 0.6)),
    skeleton: color('Where something will stand.', neutral(0.94, 0.004), neutral(0.29, 0.009), { forced: 'GrayText' }),
    shine: color('The upper edge of a filled button.', fixed(1, 0, 0, 0.12), fixed(1, 0, 0, 0.12)),
  },
};

/** What parts things. */
export const lines: TokenGroup = {
  title: 'Lines',
  tokens: {
    border: color('Between things of one panel, and around it.', neutral(0.922, 0.004), neutral(0.305, 0.01), {
      more: [neutral(0.66, 0.01), neutral(0.55, 0.012)],
      forced: 'CanvasText',
    }),
    'border-strong': color('Around a button; under a head.', neutral(0.855, 0.006), neutral(0.39, 0.012), {
      more: [neutral(0.45, 0.012), neutral(0.75, 0.01)],
      forced: 'CanvasText',
    }),
    'border-control': color(
      'What a field is known by: 3 to 1 on its ground.',
      neutral(0.645, 0.01),
      neutral(0.55, 0.013),
      {
        more: [neutral(0.32, 0.012), neutral(0.88, 0.006)],
        forced: 'ButtonBorder',
      },
    ),
  },
};

/** What is read. */
export const texts: TokenGroup = {
  title: 'Text',
  tokens: {
    text: color('Content.', neutral(0.235, 0.013), neutral(0.935, 0.004), {
      more: [fixed(0.12, 0, 0), fixed(1, 0, 0)],
      forced: 'CanvasText',
    }),
    'text-muted': color('Support: what stands beside content.', neutral(0.435, 0.014), neutral(0.775, 0.008), {
      more: [neutral(0.28, 0.012), neutral(0.93, 0.004)],
      forced: 'CanvasText',
    }),
    'text-subtle': color('What is known about it: times, heads, help.', neutral(0.52, 0.013), neutral(0.695, 0.01), {
      more: [neutral(0.36, 0.012), neutral(0.88, 0.006)],
      forced: 'CanvasText',
    }),
    'text-disabled': color('Only what cannot be chosen.', neutral(0.69, 0.008), neutral(0.47, 0.01), {
      more: [neutral(0.5, 0.01), neutral(0.68, 0.01)],
      forced: 'GrayText',
    }),
    'text-inverse': color('On the inverse surface.', neutral(0.98, 0.002), neutral(0.22, 0.01), {
      forced: 'CanvasText',
    }),
  },
};

/** One colour, for what a person can do or has chosen. */
export const accents: TokenGroup = {
  title: 'Accent',
  tokens: {
    accent: color('The one primary button; what is on.', accent(0.52), accent(0.565, 0.95), {
      more: [accent(0.42), accent(0.82, 0.6)],
      forced: 'Highlight',
    }),
    'accent-hover': color('The same under the pointer.', accent(0.47), accent(0.52, 0.95), {
      more: [accent(0.36), accent(0.88, 0.4)],
      forced: 'Highlight',
    }),
    'accent-text': color('Links, and what is chosen.', accent(0.49), accent(0.76, 0.65), {
      more: [accent(0.38), accent(0.87, 0.41)],
      forced: 'LinkText',
    }),
    'accent-subtle': color('Under what is chosen.', tinted(0.962, 0.018), tinted(0.285, 0.045), { forced: 'Canvas' }),
    'accent-border': color('Around what is chosen.', tinted(0.8, 0.08), tinted(0.47, 0.1), {
      more: [tinted(0.5, 0.15), tinted(0.75, 0.1)],
      forced: 'Highlight',
    }),
    'on-accent': color('Text on the accent, and on a solid danger.', fixed(0.995, 0, 0), fixed(0.995, 0, 0), {
      more: [fixed(1, 0, 0), neutral(0.15, 0.01)],
      forced: 'HighlightText',
    }),
    focus: color('The ring around what has the keyboard.', tinted(0.56, 0.18), tinted(0.73, 0.13), {
      more: [tinted(0.42, 0.17), tinted(0.85, 0.09)],
      forced: 'Highlight',
    }),
  },
};
