// Written by scripts/write-tokens.mjs: change themes/source, then run the script.
/**
 * Every design token by its CSS property, with its value as Kith comes: text, or one text for each theme, contrast or
 * density. For charts, canvases and tests; in a stylesheet write `var(--kith-…)`, which follows the page.
 */
export const tokens = {
  /** The ground of a panel. */
  '--kith-surface': { light: 'oklch(1 0 0)', dark: 'oklch(0.205 0.008 264)' },
  /** A card or a button on it. */
  '--kith-surface-raised': { light: 'oklch(1 0 0)', dark: 'oklch(0.245 0.009 264)' },
  /** A menu, a dialog, what is dragged. */
  '--kith-surface-overlay': { light: 'oklch(1 0 0)', dark: 'oklch(0.27 0.01 264)' },
  /** What things stand in: a column, a group row. */
  '--kith-surface-sunken': { light: 'oklch(0.973 0.003 264)', dark: 'oklch(0.175 0.007 264)' },
  /** A toast, a tooltip. */
  '--kith-surface-inverse': { light: 'oklch(0.25 0.013 264)', dark: 'oklch(0.93 0.004 264)' },
  /** The wash under the pointer. */
  '--kith-hover': {
    light: 'oklch(0.35 0.02 264 / 0.05)',
    dark: 'oklch(0.95 0.01 264 / 0.06)',
    moreLight: 'oklch(0.35 0.02 264 / 0.09)',
    moreDark: 'oklch(0.95 0.01 264 / 0.12)',
  },
  /** The wash while pressed. */
  '--kith-pressed': {
    light: 'oklch(0.35 0.02 264 / 0.09)',
    dark: 'oklch(0.95 0.01 264 / 0.1)',
    moreLight: 'oklch(0.35 0.02 264 / 0.14)',
    moreDark: 'oklch(0.95 0.01 264 / 0.18)',
  },
  /** Over the page behind a dialog. */
  '--kith-scrim': { light: 'oklch(0.25 0.02 264 / 0.32)', dark: 'oklch(0.08 0.01 264 / 0.6)' },
  /** Where something will stand. */
  '--kith-skeleton': { light: 'oklch(0.94 0.004 264)', dark: 'oklch(0.29 0.009 264)' },
  /** The upper edge of a filled button. */
  '--kith-shine': { light: 'oklch(1 0 0 / 0.12)', dark: 'oklch(1 0 0 / 0.12)' },
  /** Between things of one panel, and around it. */
  '--kith-border': {
    light: 'oklch(0.922 0.004 264)',
    dark: 'oklch(0.305 0.01 264)',
    moreLight: 'oklch(0.66 0.01 264)',
    moreDark: 'oklch(0.55 0.012 264)',
  },
  /** Around a button; under a head. */
  '--kith-border-strong': {
    light: 'oklch(0.855 0.006 264)',
    dark: 'oklch(0.39 0.012 264)',
    moreLight: 'oklch(0.45 0.012 264)',
    moreDark: 'oklch(0.75 0.01 264)',
  },
  /** What a field is known by: 3 to 1 on its ground. */
  '--kith-border-control': {
    light: 'oklch(0.645 0.01 264)',
    dark: 'oklch(0.55 0.013 264)',
    moreLight: 'oklch(0.32 0.012 264)',
    moreDark: 'oklch(0.88 0.006 264)',
  },
  /** Content. */
  '--kith-text': {
    light: 'oklch(0.235 0.013 264)',
    dark: 'oklch(0.935 0.004 264)',
    moreLight: 'oklch(0.12 0 0)',
    moreDark: 'oklch(1 0 0)',
  },
  /** Support: what stands beside content. */
  '--kith-text-muted': {
    light: 'oklch(0.435 0.014 264)',
    dark: 'oklch(0.775 0.008 264)',
    moreLight: 'oklch(0.28 0.012 264)',
    moreDark: 'oklch(0.93 0.004 264)',
  },
  /** What is known about it: times, heads, help. */
  '--kith-text-subtle': {
    light: 'oklch(0.52 0.013 264)',
    dark: 'oklch(0.695 0.01 264)',
    moreLight: 'oklch(0.36 0.012 264)',
    moreDark: 'oklch(0.88 0.006 264)',
  },
  /** Only what cannot be chosen. */
  '--kith-text-disabled': {
    light: 'oklch(0.69 0.008 264)',
    dark: 'oklch(0.47 0.01 264)',
    moreLight: 'oklch(0.5 0.01 264)',
    moreDark: 'oklch(0.68 0.01 264)',
  },
  /** On the inverse surface. */
  '--kith-text-inverse': { light: 'oklch(0.98 0.002 264)', dark: 'oklch(0.22 0.01 264)' },
  /** The one primary button; what is on. */
  '--kith-accent': {
    light: 'oklch(0.52 0.17 262)',
    dark: 'oklch(0.565 0.1615 262)',
    moreLight: 'oklch(0.42 0.17 262)',
    moreDark: 'oklch(0.82 0.102 262)',
  },
  /** The same under the pointer. */
  '--kith-accent-hover': {
    light: 'oklch(0.47 0.17 262)',
    dark: 'oklch(0.52 0.1615 262)',
    moreLight: 'oklch(0.36 0.17 262)',
    moreDark: 'oklch(0.88 0.068 262)',
  },
  /** Links, and what is chosen. */
  '--kith-accent-text': {
    light: 'oklch(0.49 0.17 262)',
    dark: 'oklch(0.76 0.1105 262)',
    moreLight: 'oklch(0.38 0.17 262)',
    moreDark: 'oklch(0.87 0.0697 262)',
  },
  /** Under what is chosen. */
  '--kith-accent-subtle': { light: 'oklch(0.962 0.018 262)', dark: 'oklch(0.285 0.045 262)' },
  /** Around what is chosen. */
  '--kith-accent-border': {
    light: 'oklch(0.8 0.08 262)',
    dark: 'oklch(0.47 0.1 262)',
    moreLight: 'oklch(0.5 0.15 262)',
    moreDark: 'oklch(0.75 0.1 262)',
  },
  /** Text on the accent, and on a solid danger. */
  '--kith-on-accent': {
    light: 'oklch(0.995 0 0)',
    dark: 'oklch(0.995 0 0)',
    moreLight: 'oklch(1 0 0)',
    moreDark: 'oklch(0.15 0.01 264)',
  },
  /** The ring around what has the keyboard. */
  '--kith-focus': {
    light: 'oklch(0.56 0.18 262)',
    dark: 'oklch(0.73 0.13 262)',
    moreLight: 'oklch(0.42 0.17 262)',
    moreDark: 'oklch(0.85 0.09 262)',
  },
  /** It went well. */
  '--kith-positive-text': {
    light: 'oklch(0.47 0.11 155)',
    dark: 'oklch(0.79 0.12 155)',
    moreLight: 'oklch(0.38 0.09 155)',
    moreDark: 'oklch(0.88 0.09 155)',
  },
  /** Dots and bars. */
  '--kith-positive-fill': { light: 'oklch(0.59 0.13 155)', dark: 'oklch(0.7 0.13 155)' },
  /** Behind it. */
  '--kith-positive-subtle': { light: 'oklch(0.962 0.025 155)', dark: 'oklch(0.275 0.035 158)' },
  /** Around it. */
  '--kith-positive-border': {
    light: 'oklch(0.82 0.075 155)',
    dark: 'oklch(0.44 0.07 155)',
    moreLight: 'oklch(0.5 0.11 155)',
    moreDark: 'oklch(0.75 0.12 155)',
  },
  /** Where one value is enough. */
  '--kith-positive': 'var(--kith-positive-fill)',
  /** It needs a look. */
  '--kith-warning-text': {
    light: 'oklch(0.49 0.105 68)',
    dark: 'oklch(0.82 0.115 80)',
    moreLight: 'oklch(0.38 0.08 68)',
    moreDark: 'oklch(0.9 0.09 80)',
  },
  /** Dots and bars. */
  '--kith-warning-fill': { light: 'oklch(0.65 0.142 68)', dark: 'oklch(0.76 0.135 75)' },
  /** Behind it. */
  '--kith-warning-subtle': { light: 'oklch(0.967 0.03 82)', dark: 'oklch(0.285 0.038 75)' },
  /** Around it. */
  '--kith-warning-border': {
    light: 'oklch(0.84 0.09 78)',
    dark: 'oklch(0.46 0.075 75)',
    moreLight: 'oklch(0.52 0.11 68)',
    moreDark: 'oklch(0.77 0.12 78)',
  },
  /** Where one value is enough. */
  '--kith-warning': 'var(--kith-warning-fill)',
  /** It is wrong. */
  '--kith-negative-text': {
    light: 'oklch(0.51 0.175 26)',
    dark: 'oklch(0.78 0.115 24)',
    moreLight: 'oklch(0.4 0.15 26)',
    moreDark: 'oklch(0.88 0.07 24)',
  },
  /** Dots, bars and the line of a wrong field. */
  '--kith-negative-fill': { light: 'oklch(0.585 0.19 26)', dark: 'oklch(0.66 0.18 25)' },
  /** Behind it. */
  '--kith-negative-subtle': { light: 'oklch(0.965 0.016 22)', dark: 'oklch(0.268 0.038 22)' },
  /** Around it. */
  '--kith-negative-border': {
    light: 'oklch(0.83 0.075 22)',
    dark: 'oklch(0.47 0.11 24)',
    moreLight: 'oklch(0.52 0.17 26)',
    moreDark: 'oklch(0.75 0.13 24)',
  },
  /** The button that cannot be undone. */
  '--kith-negative': {
    light: 'oklch(0.53 0.18 26)',
    dark: 'oklch(0.57 0.175 25)',
    moreLight: 'oklch(0.43 0.165 26)',
    moreDark: 'oklch(0.82 0.1 24)',
  },
  /** Good to know. */
  '--kith-info-text': {
    light: 'oklch(0.47 0.1 232)',
    dark: 'oklch(0.8 0.09 230)',
    moreLight: 'oklch(0.38 0.08 232)',
    moreDark: 'oklch(0.88 0.06 230)',
  },
  /** Dots and bars. */
  '--kith-info-fill': { light: 'oklch(0.6 0.115 232)', dark: 'oklch(0.7 0.11 232)' },
  /** Behind it. */
  '--kith-info-subtle': { light: 'oklch(0.962 0.018 232)', dark: 'oklch(0.28 0.035 235)' },
  /** Around it. */
  '--kith-info-border': {
    light: 'oklch(0.82 0.06 232)',
    dark: 'oklch(0.44 0.065 235)',
    moreLight: 'oklch(0.5 0.1 232)',
    moreDark: 'oklch(0.75 0.1 232)',
  },
  /** Where one value is enough. */
  '--kith-info': 'var(--kith-info-fill)',
  /** Blue. */
  '--kith-cat-1': { light: 'oklch(0.53 0.162 257)', dark: 'oklch(0.73 0.127 252)' },
  /** Ochre. */
  '--kith-cat-2': { light: 'oklch(0.67 0.135 88)', dark: 'oklch(0.67 0.135 75)' },
  /** Cyan. */
  '--kith-cat-3': { light: 'oklch(0.655 0.114 213)', dark: 'oklch(0.83 0.105 201)' },
  /** Magenta. */
  '--kith-cat-4': { light: 'oklch(0.51 0.139 346)', dark: 'oklch(0.63 0.051 334)' },
  /** Olive. */
  '--kith-cat-5': { light: 'oklch(0.54 0.117 107)', dark: 'oklch(0.82 0.125 97)' },
  /** Violet. */
  '--kith-cat-6': { light: 'oklch(0.38 0.215 286)', dark: 'oklch(0.55 0.14 284)' },
  /** Moss. */
  '--kith-cat-7': { light: 'oklch(0.43 0.075 125)', dark: 'oklch(0.72 0.055 144)' },
  /** Rose. */
  '--kith-cat-8': { light: 'oklch(0.62 0.152 9)', dark: 'oklch(0.55 0.12 44)' },
  /** Ground. */
  '--kith-cat-1-subtle': { light: 'oklch(0.953 0.022 262)', dark: 'oklch(0.31 0.045 255)' },
  /** Text. */
  '--kith-cat-1-text': { light: 'oklch(0.42 0.11 262)', dark: 'oklch(0.84 0.07 252)' },
  /** Ground. */
  '--kith-cat-2-subtle': { light: 'oklch(0.955 0.03 72)', dark: 'oklch(0.31 0.04 60)' },
  /** Text. */
  '--kith-cat-2-text': { light: 'oklch(0.43 0.08 66)', dark: 'oklch(0.84 0.08 66)' },
  /** Ground. */
  '--kith-cat-3-subtle': { light: 'oklch(0.953 0.024 201)', dark: 'oklch(0.31 0.035 205)' },
  /** Text. */
  '--kith-cat-3-text': { light: 'oklch(0.42 0.07 210)', dark: 'oklch(0.85 0.07 201)' },
  /** Ground. */
  '--kith-cat-4-subtle': { light: 'oklch(0.955 0.02 341)', dark: 'oklch(0.31 0.05 338)' },
  /** Text. */
  '--kith-cat-4-text': { light: 'oklch(0.42 0.12 341)', dark: 'oklch(0.84 0.08 338)' },
  /** Ground. */
  '--kith-cat-5-subtle': { light: 'oklch(0.957 0.034 100)', dark: 'oklch(0.31 0.04 100)' },
  /** Text. */
  '--kith-cat-5-text': { light: 'oklch(0.42 0.075 95)', dark: 'oklch(0.86 0.09 104)' },
  /** Ground. */
  '--kith-cat-6-subtle': { light: 'oklch(0.953 0.022 294)', dark: 'oklch(0.31 0.055 292)' },
  /** Text. */
  '--kith-cat-6-text': { light: 'oklch(0.42 0.13 294)', dark: 'oklch(0.83 0.08 292)' },
  /** Ground. */
  '--kith-cat-7-subtle': { light: 'oklch(0.953 0.026 140)', dark: 'oklch(0.31 0.035 140)' },
  /** Text. */
  '--kith-cat-7-text': { light: 'oklch(0.41 0.075 142)', dark: 'oklch(0.84 0.07 138)' },
  /** Ground. */
  '--kith-cat-8-subtle': { light: 'oklch(0.955 0.018 19)', dark: 'oklch(0.31 0.032 19)' },
  /** Text. */
  '--kith-cat-8-text': { light: 'oklch(0.43 0.1 22)', dark: 'oklch(0.84 0.06 22)' },
  /** Least. */
  '--kith-seq-0': { light: 'oklch(0.972 0.006 262)', dark: 'oklch(0.235 0.012 262)' },
  /** Step. */
  '--kith-seq-1': { light: 'oklch(0.935 0.022 260)', dark: 'oklch(0.285 0.035 262)' },
  /** Step. */
  '--kith-seq-2': { light: 'oklch(0.885 0.043 259)', dark: 'oklch(0.34 0.062 262)' },
  /** Step. */
  '--kith-seq-3': { light: 'oklch(0.82 0.07 258)', dark: 'oklch(0.4 0.088 261)' },
  /** Step. */
  '--kith-seq-4': {
    light: 'oklch(0.74 0.098 258)',
    dark: 'oklch(0.475 0.105 260)',
    moreLight: 'oklch(0.77 0.088 258)',
    moreDark: 'oklch(0.42 0.1 260)',
  },
  /** Step. */
  '--kith-seq-5': {
    light: 'oklch(0.56 0.13 260)',
    dark: 'oklch(0.64 0.112 257)',
    moreLight: 'oklch(0.46 0.13 260)',
    moreDark: 'oklch(0.7 0.1 257)',
  },
  /** Step. */
  '--kith-seq-6': {
    light: 'oklch(0.47 0.135 262)',
    dark: 'oklch(0.74 0.095 254)',
    moreLight: 'oklch(0.41 0.135 262)',
    moreDark: 'oklch(0.78 0.085 254)',
  },
  /** Most. */
  '--kith-seq-7': {
    light: 'oklch(0.38 0.12 264)',
    dark: 'oklch(0.84 0.065 250)',
    moreLight: 'oklch(0.34 0.115 264)',
    moreDark: 'oklch(0.86 0.055 250)',
  },
  /** Text on steps 0 to 4. */
  '--kith-seq-text-low': {
    light: 'oklch(0.25 0.03 264)',
    dark: 'oklch(0.95 0.01 262)',
    moreLight: 'oklch(0.15 0.02 264)',
    moreDark: 'oklch(1 0 0)',
  },
  /** Text on steps 5 to 7. */
  '--kith-seq-text-high': {
    light: 'oklch(0.99 0 0)',
    dark: 'oklch(0.18 0.02 264)',
    moreLight: 'oklch(1 0 0)',
    moreDark: 'oklch(0.12 0.01 264)',
  },
  /** Grid lines. */
  '--kith-chart-grid': { light: 'oklch(0.935 0.004 264)', dark: 'oklch(0.285 0.009 264)' },
  /** Ticks. */
  '--kith-chart-axis': 'var(--kith-text-subtle)',
  /** The first series. */
  '--kith-chart-1': 'var(--kith-cat-1)',
  /** Uncertainty. */
  '--kith-chart-band': { light: 'oklch(0.53 0.162 257 / 0.12)', dark: 'oklch(0.73 0.127 252 / 0.17)' },
  /** Last period, and the remainder. */
  '--kith-chart-quiet': { light: 'oklch(0.8 0.01 264)', dark: 'oklch(0.46 0.012 264)' },
  /** The face of everything. */
  '--kith-font':
    'Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans", sans-serif',
  /** Codes and ids. */
  '--kith-font-mono': 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  /** The scale of all sizes, for hosts with larger text. */
  '--kith-type': '1',
  /** Ticks of a chart. */
  '--kith-size-2xs': '10.5px',
  /** Column heads, badges, tags. */
  '--kith-size-xs': { compact: '11px', regular: '11px', comfortable: '12px' },
  /** Secondary lines. */
  '--kith-size-sm': { compact: '12px', regular: '12px', comfortable: '13px' },
  /** Body, controls. */
  '--kith-size-md': { compact: '13px', regular: '13px', comfortable: '14px' },
  /** Titles of cards and sections. */
  '--kith-size-lg': '15px',
  /** The title of a surface. */
  '--kith-size-xl': '18px',
  /** The name of a record. */
  '--kith-size-2xl': '22px',
  /** One figure that matters. */
  '--kith-size-3xl': '28px',
  /** Titles. */
  '--kith-leading-tight': '1.25',
  /** Body. */
  '--kith-leading': '1.45',
  /** Arabic, and long text. */
  '--kith-leading-loose': '1.6',
  /** Body. */
  '--kith-weight': '400',
  /** Names, buttons. */
  '--kith-weight-medium': '500',
  /** Titles, figures. */
  '--kith-weight-strong': '600',
  /** Titles from 18 px, Latin only. */
  '--kith-tracking-tight': '-0.012em',
  /** 0.5 on the grid of 4. */
  '--kith-space-0': '2px',
  /** 1 on the grid of 4. */
  '--kith-space-1': '4px',
  /** 2 on the grid of 4. */
  '--kith-space-2': '8px',
  /** 3 on the grid of 4. */
  '--kith-space-3': '12px',
  /** 4 on the grid of 4. */
  '--kith-space-4': '16px',
  /** 5 on the grid of 4. */
  '--kith-space-5': '20px',
  /** 6 on the grid of 4. */
  '--kith-space-6': '24px',
  /** 8 on the grid of 4. */
  '--kith-space-8': '32px',
  /** 10 on the grid of 4. */
  '--kith-space-10': '40px',
  /** 12 on the grid of 4. */
  '--kith-space-12': '48px',
  /** What stands inside a control. */
  '--kith-radius-xs': '3px',
  /** Tags, boxes. */
  '--kith-radius-sm': '4px',
  /** Controls, cards. */
  '--kith-radius-md': '6px',
  /** Panels. */
  '--kith-radius-lg': '8px',
  /** Dialogs. */
  '--kith-radius-xl': '12px',
  /** People, pills. */
  '--kith-radius-full': '999px',
  /** A card on surface-raised. */
  '--kith-shadow-card': { light: '0 1px 2px 0px oklch(0.3 0.03 264 / 0.06)', dark: '0 1px 2px 0px oklch(0 0 0 / 0.2)' },
  /** What stands out a little. */
  '--kith-shadow-raised': {
    light: '0 1px 2px 0px oklch(0.3 0.03 264 / 0.07), 0 4px 10px -2px oklch(0.3 0.03 264 / 0.08)',
    dark: '0 1px 2px 0px oklch(0 0 0 / 0.3), 0 4px 10px -2px oklch(0 0 0 / 0.3)',
  },
  /** A menu on surface-overlay. */
  '--kith-shadow-overlay': {
    light: '0 2px 6px 0px oklch(0.3 0.03 264 / 0.07), 0 12px 28px -6px oklch(0.3 0.03 264 / 0.16)',
    dark: '0 2px 6px 0px oklch(0 0 0 / 0.35), 0 12px 28px -6px oklch(0 0 0 / 0.5)',
  },
  /** What is carried. */
  '--kith-shadow-drag': {
    light: '0 4px 8px 0px oklch(0.3 0.03 264 / 0.1), 0 18px 36px -8px oklch(0.3 0.03 264 / 0.24)',
    dark: '0 4px 8px 0px oklch(0 0 0 / 0.4), 0 18px 36px -8px oklch(0 0 0 / 0.6)',
  },
  /** A dialog. */
  '--kith-shadow-dialog': {
    light: '0 8px 20px 0px oklch(0.3 0.03 264 / 0.1), 0 28px 64px -12px oklch(0.3 0.03 264 / 0.28)',
    dark: '0 8px 20px 0px oklch(0 0 0 / 0.4), 0 28px 64px -12px oklch(0 0 0 / 0.7)',
  },
  /** Its width. */
  '--kith-focus-width': '2px',
  /** Its distance; negative inside dense rows and cells. */
  '--kith-focus-offset': '2px',
  /** Hover, press. */
  '--kith-duration-instant': '80ms',
  /** Menus, tooltips, checks. */
  '--kith-duration-fast': '140ms',
  /** A card that settles. */
  '--kith-duration-base': '200ms',
  /** A drawer, the first drawing of a chart. */
  '--kith-duration-slow': '320ms',
  /** What comes. */
  '--kith-ease-out': 'cubic-bezier(0.2, 0, 0, 1)',
  /** What goes. */
  '--kith-ease-in': 'cubic-bezier(0.4, 0, 1, 1)',
  /** What goes from here to there. */
  '--kith-ease-move': 'cubic-bezier(0.3, 0, 0.1, 1)',
  /** A head that stays. */
  '--kith-z-sticky': '10',
  /** What is carried. */
  '--kith-z-drag': '30',
  /** Menus. */
  '--kith-z-popover': '100',
  /** Drawers. */
  '--kith-z-drawer': '200',
  /** Dialogs. */
  '--kith-z-dialog': '300',
  /** Toasts. */
  '--kith-z-toast': '400',
  /** Tooltips. */
  '--kith-z-tooltip': '500',
  /** A small control. */
  '--kith-control-sm': { compact: '22px', regular: '24px', comfortable: '32px' },
  /** A control. */
  '--kith-control': { compact: '28px', regular: '32px', comfortable: '40px' },
  /** The main action. */
  '--kith-control-lg': { compact: '32px', regular: '40px', comfortable: '44px' },
  /** A row of a grid. */
  '--kith-row': { compact: '32px', regular: '40px', comfortable: '48px' },
  /** Its head. */
  '--kith-head-row': { compact: '30px', regular: '36px', comfortable: '40px' },
  /** Beside the content of a cell. */
  '--kith-cell-x': { compact: '8px', regular: '12px', comfortable: '16px' },
  /** Beside the content of a card. */
  '--kith-card-x': { compact: '10px', regular: '12px', comfortable: '14px' },
  /** Above and below it. */
  '--kith-card-y': { compact: '8px', regular: '10px', comfortable: '12px' },
  /** Between cards. */
  '--kith-card-gap': { compact: '6px', regular: '8px', comfortable: '8px' },
  /** Inside a panel. */
  '--kith-panel': { compact: '16px', regular: '20px', comfortable: '24px' },
  /** Between panels. */
  '--kith-gap': { compact: '12px', regular: '16px', comfortable: '20px' },
  /** Between fields. */
  '--kith-field-gap': { compact: '12px', regular: '16px', comfortable: '20px' },
  /** An icon. */
  '--kith-icon': { compact: '16px', regular: '16px', comfortable: '18px' },
} as const;

/** The CSS property of a design token. */
export type TokenName = keyof typeof tokens;
