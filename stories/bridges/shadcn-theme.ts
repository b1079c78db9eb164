/** The variables of shadcn/ui in its neutral base colour, in light and dark. */
const VARIABLES: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  background: ['oklch(1 0 0)', 'oklch(0.145 0 0)'],
  foreground: ['oklch(0.145 0 0)', 'oklch(0.985 0 0)'],
  card: ['oklch(1 0 0)', 'oklch(0.205 0 0)'],
  'card-foreground': ['oklch(0.145 0 0)', 'oklch(0.985 0 0)'],
  popover: ['oklch(1 0 0)', 'oklch(0.205 0 0)'],
  primary: ['oklch(0.205 0 0)', 'oklch(0.922 0 0)'],
  'primary-foreground': ['oklch(0.985 0 0)', 'oklch(0.205 0 0)'],
  muted: ['oklch(0.97 0 0)', 'oklch(0.269 0 0)'],
  'muted-foreground': ['oklch(0.556 0 0)', 'oklch(0.708 0 0)'],
  accent: ['oklch(0.97 0 0)', 'oklch(0.269 0 0)'],
  destructive: ['oklch(0.577 0.245 27.325)', 'oklch(0.704 0.191 22.216)'],
  border: ['oklch(0.922 0 0)', 'oklch(1 0 0 / 10%)'],
  input: ['oklch(0.922 0 0)', 'oklch(1 0 0 / 15%)'],
  ring: ['oklch(0.708 0 0)', 'oklch(0.556 0 0)'],
};
const theme = (index: 0 | 1): string =>
  Object.entries(VARIABLES)
    .map(([name, colors]) => `--${name}:${colors[index]};`)
    .join('');

/** A page's own shadcn/ui theme and the few things the story draws with it. */
export const shadcnTheme = `
:root { --radius: 0.625rem; ${theme(0)} }
.dark { ${theme(1)} }
.page { background: var(--background); color: var(--foreground); font: 14px/20px ui-sans-serif, system-ui, sans-serif; }
.page .bar { block-size: 56px; border-block-end: 1px solid var(--border); }
.page .bar b { font-weight: 600; }
.page .box { padding: 24px; border: 1px solid var(--border); border-radius: calc(var(--radius) + 4px); background: var(--card); color: var(--card-foreground); box-shadow: 0 1px 2px rgb(0 0 0 / 5%); }
.page h2 { margin: 0 0 12px; font: 600 16px/24px ui-sans-serif, system-ui, sans-serif; }
.page .action, .page .other { block-size: 36px; padding: 0 16px; border: 1px solid transparent; border-radius: calc(var(--radius) - 2px); background: var(--primary); color: var(--primary-foreground); font: 500 14px/20px ui-sans-serif, system-ui, sans-serif; }
.page .other { border-color: var(--input); background: var(--background); color: var(--foreground); }
.page .entry { inline-size: 100%; block-size: 36px; padding: 0 12px; border: 1px solid var(--input); border-radius: calc(var(--radius) - 2px); background: none; color: inherit; font: 400 14px/20px ui-sans-serif, system-ui, sans-serif; }
`;
