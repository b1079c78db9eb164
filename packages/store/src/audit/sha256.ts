const PRIMES = firstPrimes(64);
/** What SHA-256 stirs with: the first 32 bits behind the point of a root of each prime. */
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/** In bytes. */
const BLOCK = 64;
/** What is behind a message in its last block: a bit, and how long it is. */
const ENDING = 9;

const encoder = new TextEncoder();
const schedule = new Int32Array(64);
/** Room for the message that is being worked on; a longer one gets its own. */
const desk = new Uint8Array(256 * BLOCK);

/**
 * SHA-256 of a text in UTF-8, in lower-case hexadecimal. For what is as short as a row: there it takes a fraction of what
 * `crypto.subtle` costs, which hands every message to another thread and back.
 */
export function sha256(text: string): string {
  // A unit of UTF-16 comes to three bytes at most.
  const room = text.length * 3 + ENDING + BLOCK;
  const message = room > desk.length ? new Uint8Array(room) : desk;
  const { written } = encoder.encodeInto(text, message);
  const end = Math.ceil((written + ENDING) / BLOCK) * BLOCK;
  message.fill(0, written, end);
  message[written] = 0x80;
  const bits = new DataView(message.buffer, end - 8);
  bits.setUint32(0, Math.floor(written / 2 ** 29));
  bits.setUint32(4, written << 3);
  const state = START.slice();
  for (let at = 0; at < end; at += BLOCK) stir(state, message, at);
  return hexOf(state);
}

/** Words of 32 bits in lower-case hexadecimal. */
export function hexOf(words: ArrayLike<number>): string {
  let hex = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as number;
    hex += hexByte(word >>> 24) + hexByte(word >>> 16) + hexByte(word >>> 8) + hexByte(word);
  }
  return hex;
}

const HEX_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const hexByte = (word: number): string => HEX_BYTES[word & 0xff] as string;

/** Takes a block into the state. In plain variables, and whole numbers throughout: it is the innermost loop of every audited commit. */
function stir(state: Int32Array, bytes: Uint8Array, from: number): void {
  const [w, k] = [schedule, CONSTANTS];
  for (let index = 0, at = from; index < 16; index++, at += 4)
    w[index] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  for (let index = 16; index < 64; index++) {
    const [old, late] = [w[index - 15] as number, w[index - 2] as number];
    const low = turn(old, 7) ^ turn(old, 18) ^ (old >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[index] = (((low + (w[index - 16] as number)) | 0) + ((high + (w[index - 7] as number)) | 0)) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let index = 0; index < 64; index++) {
    const choice = (h + ((e & f) ^ (~e & g))) | 0;
    const given = ((k[index] as number) + (w[index] as number)) | 0;
    const first = ((turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((choice + given) | 0)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(state, 0, a);
  add(state, 1, b);
  add(state, 2, c);
  add(state, 3, d);
  add(state, 4, e);
  add(state, 5, f);
  add(state, 6, g);
  add(state, 7, h);
}

function add(state: Int32Array, at: number, word: number): void {
  state[at] = ((state[at] as number) + word) | 0;
}

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

function fractionBits(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}
