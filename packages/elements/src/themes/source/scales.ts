import type { ScaleToken, ScaleType, TokenGroup } from './token.js';

const scale = (type: ScaleType, say: string, value: string, rest: Partial<ScaleToken> = {}): ScaleToken => ({
  say,
  type,
  value,
  ...rest,
});
const sized = (say: string, regular: string, compact: string, comfortable: string): ScaleToken =>
  scale('dimension', say, regular, {
    ...(compact === regular ? {} : { compact }),
    ...(comfortable === regular ? {} : { comfortable }),
  });
const space = (px: number): ScaleToken => scale('dimension', `${px / 4} on the grid of 4.`, `${px}px`);
const layer = (say: string, value: number): ScaleToken => scale('number', say, String(value));
const lasting = (say: string, value: string): ScaleToken => scale('duration', say, value, { reduced: '0.01ms' });

const SANS =
  'Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans", sans-serif';

/** How words are set. */
export const type: TokenGroup = {
  title: 'Type',
  tokens: {
    font: scale('fontFamily', 'The face of everything.', SANS),
    'font-mono': scale(
      'fontFamily',
      'Codes and ids.',
      'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
    ),
    type: scale('number', 'The scale of all sizes, for hosts with larger text.', '1'),
    'size-2xs': scale('dimension', 'Ticks of a chart.', '10.5px'),
    'size-xs': scale('dimension', 'Column heads, badges, tags.', '11px', { comfortable: '12px' }),
    'size-sm': scale('dimension', 'Secondary lines.', '12px', { comfortable: '13px' }),
    'size-md': scale('dimension', 'Body, controls.', '13px', { comfortable: '14px' }),
    'size-lg': scale('dimension', 'Titles of cards and sections.', '15px'),
    'size-xl': scale('dimension', 'The title of a surface.', '18px'),
    'size-2xl': scale('dimension', 'The name of a record.', '22px'),
    'size-3xl': scale('dimension', 'One figure that matters.', '28px'),
    'leading-tight': scale('number', 'Titles.', '1.25'),
    leading: scale('number', 'Body.', '1.45'),
    'leading-loose': scale('number', 'Arabic, and long text.', '1.6'),
    weight: scale('fontWeight', 'Body.', '400'),
    'weight-medium': scale('fontWeight', 'Names, buttons.', '500'),
    'weight-strong': scale('fontWeight', 'Titles, figures.', '600'),
    'tracking-tight': scale('dimension', 'Titles from 18 px, Latin only.', '-0.012em'),
  },
};

/** Distances, on a grid of 4 px. */
export const spaces: TokenGroup = {
  title: 'Space',
  tokens: {
    'space-0': space(2),
    'space-1': space(4),
    'space-2': space(8),
    'space-3': space(12),
    'space-4': space(16),
    'space-5': space(20),
    'space-6': space(24),
    'space-8': space(32),
    'space-10': space(40),
    'space-12': space(48),
  },
};

/** Corners. */
export const radii: TokenGroup = {
  title: 'Radius',
  tokens: {
    'radius-xs': scale('dimension', 'What stands inside a control.', '3px'),
    'radius-sm': scale('dimension', 'Tags, boxes.', '4px'),
    'radius-md': scale('dimension', 'Controls, cards.', '6px'),
    'radius-lg': scale('dimension', 'Panels.', '8px'),
    'radius-xl': scale('dimension', 'Dialogs.', '12px'),
    'radius-full': scale('dimension', 'People, pills.', '999px'),
  },
};

/** The ring around what has the keyboard. */
export const rings: TokenGroup = {
  title: 'Focus ring',
  tokens: {
    'focus-width': scale('dimension', 'Its width.', '2px', { more: '3px' }),
    'focus-offset': scale('dimension', 'Its distance; negative inside dense rows and cells.', '2px'),
  },
};

/** How long things take, and how they come and go. */
export const motion: TokenGroup = {
  title: 'Motion',
  tokens: {
    'duration-instant': lasting('Hover, press.', '80ms'),
    'duration-fast': lasting('Menus, tooltips, checks.', '140ms'),
    'duration-base': lasting('A card that settles.', '200ms'),
    'duration-slow': lasting('A drawer, the first drawing of a chart.', '320ms'),
    'ease-out': scale('cubicBezier', 'What comes.', 'cubic-bezier(0.2, 0, 0, 1)'),
    'ease-in': scale('cubicBezier', 'What goes.', 'cubic-bezier(0.4, 0, 1, 1)'),
    'ease-move': scale('cubicBezier', 'What goes from here to there.', 'cubic-bezier(0.3, 0, 0.1, 1)'),
  },
};

/** What lies over what, inside an element's own stacking context. */
export const layers: TokenGroup = {
  title: 'Layers',
  tokens: {
    'z-sticky': layer('A head that stays.', 10),
    'z-drag': layer('What is carried.', 30),
    'z-popover': layer('Menus.', 100),
    'z-drawer': layer('Drawers.', 200),
    'z-dialog': layer('Dialogs.', 300),
    'z-toast': layer('Toasts.', 400),
    'z-tooltip': layer('Tooltips.', 500),
  },
};

/** What a density changes: regular, compact, comfortable. */
export const densities: TokenGroup = {
  title: 'Density',
  tokens: {
    'control-sm': sized('A small control.', '24px', '22px', '32px'),
    control: sized('A control.', '32px', '28px', '40px'),
    'control-lg': sized('The main action.', '40px', '32px', '44px'),
    row: sized('A row of a grid.', '40px', '32px', '48px'),
    'head-row': sized('Its head.', '36px', '30px', '40px'),
    'cell-x': sized('Beside the content of a cell.', '12px', '8px', '16px'),
    'card-x': sized('Beside the content of a card.', '12px', '10px', '14px'),
    'card-y': sized('Above and below it.', '10px', '8px', '12px'),
    'card-gap': sized('Between cards.', '8px', '6px', '8px'),
    panel: sized('Inside a panel.', '20px', '16px', '24px'),
    gap: sized('Between panels.', '16px', '12px', '20px'),
    'field-gap': sized('Between fields.', '16px', '12px', '20px'),
    icon: sized('An icon.', '16px', '16px', '18px'),
  },
};
