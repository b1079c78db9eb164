// PNG files of pictures with few colours: read as the browser writes them, written small.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;
const PALETTE = 3;
const WITH_ALPHA = 6;
const CHANNELS = { [TRUE_COLOUR]: 3, [PALETTE]: 1, [WITH_ALPHA]: 4 };

/** The picture of a file with eight bits a channel and no interlacing: `pixels` holds red, green and blue of each, row by row. */
export function readPng(file) {
  const parts = new Map();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    parts.set(name, Buffer.concat([parts.get(name) ?? Buffer.alloc(0), file.subarray(at + 8, at + 8 + length)]));
    at += length + 12;
  }
  const header = parts.get('IHDR');
  const [width, height, depth, type] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (depth !== 8 || !(type in CHANNELS) || header[12] !== 0) throw new Error(`This PNG is not of the kind read here.`);
  const bytes = unfilter(inflateSync(parts.get('IDAT')), width * CHANNELS[type], height, CHANNELS[type]);
  return { width, height, pixels: toColours(bytes, type, parts.get('PLTE')) };
}

/** Takes back what each line says of its neighbours. */
function unfilter(data, lineLength, height, step) {
  const out = Buffer.alloc(lineLength * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (lineLength + 1)];
    const start = row * lineLength;
    for (let index = 0; index < lineLength; index++) {
      const value = data[row * (lineLength + 1) + 1 + index];
      const left = index >= step ? out[start + index - step] : 0;
      const above = row > 0 ? out[start + index - lineLength] : 0;
      const corner = index >= step && row > 0 ? out[start + index - lineLength - step] : 0;
      out[start + index] = value + foreseen(filter, left, above, corner);
    }
  }
  return out;
}

function foreseen(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function toColours(bytes, type, palette) {
  if (type === TRUE_COLOUR) return bytes;
  if (type === PALETTE) {
    const pixels = Buffer.alloc(bytes.length * 3);
    for (let at = 0; at < bytes.length; at++) palette.copy(pixels, at * 3, bytes[at] * 3, bytes[at] * 3 + 3);
    return pixels;
  }
  const pixels = Buffer.alloc((bytes.length / 4) * 3);
  for (let at = 0; at < bytes.length / 4; at++) bytes.copy(pixels, at * 3, at * 4, at * 4 + 3);
  return pixels;
}

/** The file of a picture, with a palette where 256 colours are enough. */
export function writePng({ width, height, pixels }) {
  const colours = new Map();
  const indices = Buffer.alloc(width * height);
  for (let at = 0; at < indices.length && colours.size <= 256; at++) {
    const colour = pixels.readUIntBE(at * 3, 3);
    if (!colours.has(colour)) colours.set(colour, colours.size);
    indices[at] = colours.get(colour);
  }
  const isPalette = colours.size <= 256;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = isPalette ? PALETTE : TRUE_COLOUR;
  const palette = Buffer.alloc(colours.size * 3);
  for (const [colour, index] of colours) palette.writeUIntBE(colour, index * 3, 3);
  const lines = isPalette ? plainLines(indices, width, height) : plainLines(pixels, width * 3, height);
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', header),
    ...(isPalette ? [part('PLTE', palette)] : []),
    part('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** Flat areas and letters pack best as they are. */
function plainLines(bytes, lineLength, height) {
  const lines = Buffer.alloc((lineLength + 1) * height);
  for (let row = 0; row < height; row++)
    bytes.copy(lines, row * (lineLength + 1) + 1, row * lineLength, (row + 1) * lineLength);
  return lines;
}

function part(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ CRC[(value ^ byte) & 0xff];
  return (value ^ 0xffffffff) >>> 0;
}
