/** The roles of the Material 3 baseline scheme, in light and dark. */
const ROLES: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  primary: ['#6750a4', '#d0bcff'],
  'on-primary': ['#ffffff', '#381e72'],
  'primary-container': ['#eaddff', '#4f378b'],
  'on-primary-container': ['#21005d', '#eaddff'],
  secondary: ['#625b71', '#ccc2dc'],
  'secondary-container': ['#e8def8', '#4a4458'],
  'on-secondary-container': ['#1d192b', '#e8def8'],
  error: ['#b3261e', '#f2b8b5'],
  surface: ['#fef7ff', '#141218'],
  'on-surface': ['#1d1b20', '#e6e0e9'],
  'on-surface-variant': ['#49454f', '#cac4d0'],
  'surface-container-lowest': ['#ffffff', '#0f0d13'],
  'surface-container-low': ['#f7f2fa', '#1d1b20'],
  'surface-container': ['#f3edf7', '#211f26'],
  'surface-container-high': ['#ece6f0', '#2b2930'],
  'surface-container-highest': ['#e6e0e9', '#36343b'],
  'inverse-surface': ['#322f35', '#e6e0e9'],
  'inverse-on-surface': ['#f5eff7', '#322f35'],
  outline: ['#79747e', '#938f99'],
  'outline-variant': ['#cac4d0', '#49454f'],
  scrim: ['#000000', '#000000'],
};
const scheme = (index: 0 | 1): string =>
  Object.entries(ROLES)
    .map(([role, colors]) => `--md-sys-color-${role}:${colors[index]};`)
    .join('');

/** A page's own Material 3 theme and the few things the story draws with it. */
export const materialTheme = `
:root, .light { color-scheme: light; ${scheme(0)} }
.dark { color-scheme: dark; ${scheme(1)} }
:root { --md-ref-typeface-plain: Roboto, system-ui, sans-serif; --md-sys-shape-corner-extra-small: 4px; --md-sys-shape-corner-small: 8px; --md-sys-shape-corner-medium: 12px; --md-sys-shape-corner-extra-large: 28px; }
.page { background: var(--md-sys-color-surface); color: var(--md-sys-color-on-surface); font: 14px/20px var(--md-ref-typeface-plain); }
.page .bar { block-size: 64px; background: var(--md-sys-color-surface); }
.page .bar b { font: 400 22px/28px var(--md-ref-typeface-plain); }
.page .box { padding: 16px; border: 1px solid var(--md-sys-color-outline-variant); border-radius: 12px; background: var(--md-sys-color-surface); }
.page h2 { margin: 0 0 12px; font: 400 16px/24px var(--md-ref-typeface-plain); }
.page .action { block-size: 40px; padding: 0 24px; border: 0; border-radius: 20px; background: var(--md-sys-color-primary); color: var(--md-sys-color-on-primary); font: 500 14px/20px var(--md-ref-typeface-plain); }
.page .other { block-size: 40px; padding: 0 24px; border: 1px solid var(--md-sys-color-outline); border-radius: 20px; background: none; color: var(--md-sys-color-primary); font: 500 14px/20px var(--md-ref-typeface-plain); }
.page .entry { inline-size: 100%; block-size: 56px; padding: 0 16px; border: 1px solid var(--md-sys-color-outline); border-radius: 4px; background: none; color: inherit; font: 400 16px/24px var(--md-ref-typeface-plain); }
`;
