// The tokens for TypeScript.

/** The text of tokens.ts. */
export function moduleOf(source) {
  const { tokensByName } = source;
  const entries = [...tokensByName].map(
    ([name, token]) => `  /** ${token.say} */\n  '--kith-${name}': ${valueOf(source, token)},`,
  );
  return `// Written by scripts/write-tokens.mjs: change themes/source, then run the script.
/**
 * Every design token by its CSS property, with its value as Kith comes: text, or one text for each theme, contrast or
 * density. For charts, canvases and tests; in a stylesheet write \`var(--kith-…)\`, which follows the page.
 */
export const tokens = {
${entries.join('\n')}
} as const;

/** The CSS property of a design token. */
export type TokenName = keyof typeof tokens;
`;
}

function valueOf({ cssOf, componentsOf }, token) {
  const text = (value) => JSON.stringify(value);
  const color = (value) => {
    const [lightness, chroma, hue] = componentsOf(value);
    return text(cssOf({ lightness, chroma, hue, alpha: value.alpha }));
  };
  if (token.alias) return text(`var(--kith-${token.alias})`);
  if (token.layers) {
    const cast = (mode) =>
      text(
        token.layers
          .map((layer) => `0 ${layer.y}px ${layer.blur}px ${layer.spread}px ${cssOf(layer[mode])}`)
          .join(', '),
      );
    return `{ light: ${cast('light')}, dark: ${cast('dark')} }`;
  }
  if ('light' in token) {
    const { light, dark, more } = token;
    return `{ light: ${color(light)}, dark: ${color(dark)}${more ? `, moreLight: ${color(more.light)}, moreDark: ${color(more.dark)}` : ''} }`;
  }
  if (token.compact || token.comfortable)
    return `{ compact: ${text(token.compact ?? token.value)}, regular: ${text(token.value)}, comfortable: ${text(token.comfortable ?? token.value)} }`;
  return text(token.value);
}
