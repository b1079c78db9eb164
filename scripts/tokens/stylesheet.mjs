// The stylesheet of the tokens.

const HEAD = `/* Kith design tokens. Written by scripts/write-tokens.mjs from themes/source: change that, then run the script.
 *
 * Every colour stands once, as light-dark(light, dark), and follows the computed color-scheme of the element:
 *   nothing set                   that of the page: a light page stays light on a dark machine
 *   data-theme="auto"             that of the machine
 *   data-theme="light" | "dark"   forced; they may be nested
 * Density: data-density="compact" | "regular" | "comfortable".
 * Contrast: that of the machine; data-contrast="more" asks for more, on the root data-contrast="normal" for no more.
 * A brand: --kith-accent-h and --kith-accent-c, on :root or, with data-brand, on any element.
 * It stands in a layer, and nothing here has any specificity but the three themes: whatever a page says about a token wins.
 */`;

/**
 * The file of the stylesheet. Bundlers that write CSS for older browsers (Vite by itself) make two variables of light-dark(),
 * which they set only where color-scheme is: for a page that says nothing of it they stand here.
 */
export const fileOf = (css) => `${HEAD}
@layer kith {
:where(:root) { --lightningcss-light: initial; --lightningcss-dark: ; }
${css}
}
`;

/** The stylesheet for the source of the tokens. */
export function stylesheetOf(source) {
  const { tokenGroups, KNOBS } = source;
  const knobs = Object.entries(KNOBS).map(([name, value]) => `--kith-${name}: ${value};`);
  const groups = tokenGroups.map(
    (group) =>
      `/* ── ${group.title} ── */\n${Object.entries(group.tokens)
        .map(
          ([name, token]) => `/* ${token.say} */
${declaration(name, valueOf(source, name, token))}`,
        )
        .join('\n')}`,
  );
  const more = block(source, (token) => ('light' in token ? token.more && lightDark(source, token.more) : token.more));
  return `[data-theme="auto"] { color-scheme: light dark; }
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }

:where(:root) {
/* What a host may turn: its accent's hue and strength, and the tint of the greys. */
${knobs.join('\n')}

${groups.join('\n\n')}
}

/* A part of the page with a brand of its own: it sets --kith-accent-h and --kith-accent-c. */
:where([data-brand]) {
${block(source, (token) => ('light' in token && hangsOnAccent(token) ? lightDark(source, token) : undefined))}
}

:where([data-density="compact"]) {
${block(source, (token, name) => token.compact && sized(name, token.compact))}
}
:where([data-density="regular"]) {
${block(source, (token, name) => (token.compact ?? token.comfortable) && sized(name, token.value))}
}
:where([data-density="comfortable"]) {
${block(source, (token, name) => token.comfortable && sized(name, token.comfortable))}
}

@media (prefers-contrast: more) {
:where(:root:not([data-contrast="normal"]), :root:not([data-contrast="normal"]) [data-brand]) {
${more}
}
}
:where([data-contrast="more"], [data-contrast="more"] [data-brand]) {
${more}
}

@media (prefers-reduced-motion: reduce) {
:where(:root) {
${block(source, (token) => token.reduced)}
}
}

/* System colours carry the meaning: a ground alone never does. */
@media (forced-colors: active) {
:where(:root, [data-contrast], [data-brand]) {
${block(source, (token) => token.forced)}
}
}

/* Paper is light, and throws no shadows. */
@media print {
:root, [data-theme] { color-scheme: only light; }
:where(:root) {
${block(source, (token) => (token.layers ? '0 0 transparent' : undefined))}
}
}
`;
}

/** The text of sheet-text.ts for the stylesheet. */
export const sheetModuleOf = (
  css,
) => `// Written by scripts/write-tokens.mjs: change themes/source, then run the script.
/** tokens.css without comments and needless white space. */
export const sheetText = '${squeeze(css).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';
`;

/** A stylesheet without comments and needless white space. */
const squeeze = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/\( | (?=\))/g, (space) => space.trim())
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

const declaration = (name, value) => `--kith-${name}: ${value};`;

/** Declarations for the tokens that have another value here, and for the names that stand for them. */
function block({ tokensByName }, other) {
  const names = new Set();
  const lines = [];
  for (const [name, token] of tokensByName) {
    const value = token.alias ? names.has(token.alias) && `var(--kith-${token.alias})` : other(token, name);
    if (!value) continue;
    names.add(name);
    lines.push(declaration(name, value));
  }
  return lines.join('\n');
}

function valueOf(source, name, token) {
  if (token.alias) return `var(--kith-${token.alias})`;
  if (token.layers) return token.layers.map((layer) => shadow(source, layer)).join(', ');
  return 'light' in token ? lightDark(source, token) : sized(name, token.value);
}

const sized = (name, value) => (name.startsWith('size-') ? `calc(${value} * var(--kith-type))` : value);

const shadow = (source, layer) =>
  `0 ${layer.y}px ${layer.blur}px${layer.spread ? ` ${layer.spread}px` : ''} ${lightDark(source, layer)}`;

function lightDark({ cssOf }, { light, dark }) {
  const [one, other] = [cssOf(light), cssOf(dark)];
  return one === other ? one : `light-dark(${one}, ${other})`;
}

const hangsOnAccent = ({ light, dark }) =>
  [light, dark].some(({ hue, chroma }) => hue === 'accent' || typeof chroma !== 'number');
