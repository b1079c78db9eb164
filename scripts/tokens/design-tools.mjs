// The tokens for design tools: one file each of what never changes, of a theme and of a density, in the W3C design tokens
// format 2025.10, and a resolver that says how they go together. A tool without resolvers takes the files as they are.

const FORMAT = 'https://www.designtokens.org/schemas/2025.10/format.json';
const RESOLVER = 'https://www.designtokens.org/schemas/2025.10/resolver.json';
const THEMES = {
  light: { mode: 'light' },
  dark: { mode: 'dark' },
  'light-more-contrast': { mode: 'light', more: true },
  'dark-more-contrast': { mode: 'dark', more: true },
};
const DENSITIES = ['compact', 'regular', 'comfortable'];

/** The content of every file by its name. */
export function toolFiles(source) {
  const files = {
    'base.tokens.json': file(source, (token) => !isThemed(token) && !isDense(token) && scaled(token, token.value)),
  };
  for (const [name, { mode, more }] of Object.entries(THEMES))
    files[`${name}.tokens.json`] = file(source, (token) => isThemed(token) && themed(source, token, mode, more));
  for (const density of DENSITIES)
    files[`${density}.tokens.json`] = file(
      source,
      (token) => isDense(token) && scaled(token, token[density] ?? token.value),
    );
  return { ...files, 'kith.resolver.json': resolver() };
}

const isThemed = (token) => 'light' in token || 'layers' in token || 'alias' in token;
const isDense = (token) => 'compact' in token || 'comfortable' in token;

function file({ tokenGroups }, tokenOf) {
  const content = { $schema: FORMAT };
  for (const { title, tokens } of tokenGroups) {
    const entries = Object.entries(tokens).flatMap(([name, token]) => {
      const value = tokenOf(token);
      return value ? [[name, { ...value, $description: token.say }]] : [];
    });
    if (entries.length > 0) content[groupName(title)] = Object.fromEntries(entries);
  }
  // Names that stand for others say which group those are in.
  const groupOf = new Map(
    tokenGroups.flatMap(({ title, tokens }) => Object.keys(tokens).map((name) => [name, groupName(title)])),
  );
  return JSON.parse(JSON.stringify(content), (_, value) =>
    typeof value === 'string' && value.startsWith('{')
      ? `{${groupOf.get(value.slice(1, -1))}.${value.slice(1, -1)}}`
      : value,
  );
}

const groupName = (title) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');

function themed(source, token, mode, more) {
  if (token.alias) return { $type: 'color', $value: `{${token.alias}}` };
  if (token.layers)
    return {
      $type: 'shadow',
      $value: token.layers.map((layer) => ({
        color: color(source, layer[mode]),
        offsetX: px(0),
        offsetY: px(layer.y),
        blur: px(layer.blur),
        spread: px(layer.spread),
      })),
    };
  return { $type: 'color', $value: color(source, ((more && token.more) || token)[mode]) };
}

const px = (value) => ({ value, unit: 'px' });

const color = ({ componentsOf, srgbOf, hexOf }, value) => ({
  colorSpace: 'oklch',
  components: componentsOf(value),
  ...(value.alpha === 1 ? {} : { alpha: value.alpha }),
  hex: hexOf(srgbOf(value)),
});

function scaled({ type }, value) {
  switch (type) {
    case 'dimension':
      // The format knows px and rem. What hangs on the size of the text is told as a share of it.
      return value.endsWith('em')
        ? { $type: 'number', $value: Number.parseFloat(value) }
        : { $type: type, $value: px(Number.parseFloat(value)) };
    case 'duration':
      return { $type: type, $value: { value: Number.parseFloat(value), unit: 'ms' } };
    case 'cubicBezier':
      return { $type: type, $value: value.match(/[\d.]+/g).map(Number) };
    case 'fontFamily':
      return { $type: type, $value: value.split(',').map((name) => name.trim().replaceAll('"', '')) };
    default:
      return { $type: type, $value: Number(value) };
  }
}

function resolver() {
  const file = (name) => [{ $ref: `${name}.tokens.json` }];
  return {
    $schema: RESOLVER,
    name: 'Kith',
    version: '2025.10',
    sets: { base: { sources: file('base') } },
    modifiers: {
      theme: { contexts: Object.fromEntries(Object.keys(THEMES).map((name) => [name, file(name)])), default: 'light' },
      density: { contexts: Object.fromEntries(DENSITIES.map((name) => [name, file(name)])), default: 'regular' },
    },
    resolutionOrder: [{ $ref: '#/sets/base' }, { $ref: '#/modifiers/theme' }, { $ref: '#/modifiers/density' }],
  };
}
