/** How many categorical hues the tokens have. */
const HUES = 8;

/** The class that gives a thing its hue, the same one everywhere and for ever: `hue-1` … `hue-8` by a hash of its id or text. */
export function hueClass(key: string): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  return `hue-${((hash >>> 0) % HUES) + 1}`;
}
