// What is done to a picture of a story before it is kept, and how two are compared.

/** So many colours are kept; the smoothed edges of letters take the nearest. */
const COLOURS = 64;
/** So many of them are those of the largest areas, which stay as they are. */
const AREAS = 24;
/** The others are so far from each other: a few dark letters would lose their colour to a hundred shades of grey. */
const APART = 24;
/** A story that goes on below is cut here. */
const LONGEST = 1000;
/** A difference of a channel that smoothed edges may have by what was kept of them. */
const FAINT = 20;

/** The picture as it is kept: without the empty page right of and below it, half as large, in few colours. */
export function toKeep(picture) {
  const { width, height, pixels } = halved(picture, contentOf(picture));
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (const index of colours.keys()) {
    const colour = pixels.readUIntBE(index * 3, 3);
    colours[index] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const kept = chosenOf([...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0]));
  const nearest = new Map(kept.map((colour) => [colour, colour]));
  for (const [index, colour] of colours.entries()) {
    if (!nearest.has(colour)) nearest.set(colour, nearestOf(colour, kept));
    pixels.writeUIntBE(nearest.get(colour), index * 3, 3);
  }
  return { width, height, pixels };
}

/** Each point is the mean of four. */
function halved(picture, content) {
  const [width, height] = [Math.ceil(content.width / 2), Math.ceil(content.height / 2)];
  const pixels = Buffer.alloc(width * height * 3);
  const line = picture.width * 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width * 3; x++) {
      const at = 2 * y * line + 6 * Math.floor(x / 3) + (x % 3);
      // The last column and row may have no neighbour.
      const right = 2 * Math.floor(x / 3) + 1 < picture.width ? 3 : 0;
      const below = 2 * y + 1 < picture.height ? line : 0;
      const { pixels: from } = picture;
      pixels[y * width * 3 + x] = (from[at] + from[at + right] + from[at + below] + from[at + right + below] + 2) >> 2;
    }
  return { width, height, pixels };
}

/** Of colours with their counts, the most frequent first, those that are kept. */
function chosenOf(counted) {
  const kept = counted.slice(0, AREAS).map(([colour]) => colour);
  for (const [colour] of counted.slice(AREAS)) {
    if (kept.length === COLOURS) break;
    if (distanceOf(colour, nearestOf(colour, kept)) >= APART ** 2) kept.push(colour);
  }
  return kept;
}

const channelsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The square of how far two colours are from each other. */
function distanceOf(left, right) {
  const channels = channelsOf(right);
  return channelsOf(left).reduce((sum, channel, index) => sum + (channel - channels[index]) ** 2, 0);
}

function nearestOf(colour, kept) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const other of kept) {
    const distance = distanceOf(colour, other);
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** The part up to the last column and row that are not the colour of the last corner. */
function contentOf({ width, height, pixels }) {
  const colourAt = (x, y) => pixels.readUIntBE((y * width + x) * 3, 3);
  const empty = colourAt(width - 1, height - 1);
  let right = 1;
  let bottom = 1;
  for (let y = 0; y < Math.min(height, LONGEST); y++)
    for (let x = 0; x < width; x++)
      if (colourAt(x, y) !== empty) {
        right = Math.max(right, x + 1);
        bottom = y + 1;
      }
  return { width: right, height: bottom };
}

/** How many points of two pictures differ, and a picture of it: what is the same faded, what differs red. */
export function differenceOf(before, after) {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const pixels = Buffer.alloc(width * height * 3, 255);
  const at = (picture, x, y) =>
    x < picture.width && y < picture.height ? picture.pixels.readUIntBE((y * picture.width + x) * 3, 3) : undefined;
  const isSame = (old, now) =>
    old !== undefined &&
    now !== undefined &&
    channelsOf(old).every((channel, index) => Math.abs(channel - channelsOf(now)[index]) <= FAINT);
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [old, now] = [at(before, x, y), at(after, x, y)];
      if (isSame(old, now)) {
        for (const [index, channel] of channelsOf(old).entries())
          pixels[(y * width + x) * 3 + index] = 192 + (channel >> 2);
        continue;
      }
      count++;
      pixels.writeUIntBE(0xd01030, (y * width + x) * 3, 3);
    }
  return { count, picture: { width, height, pixels } };
}
