import { ok, type Problem, type Result, refuse } from '../kernel/result.js';

/** Turns a file's bytes into text, piece by piece; a piece may end in the middle of a character. */
export interface Decoder {
  push(bytes: Uint8Array): Result<string>;
  end(): Result<string>;
}

const BOM_LENGTH = 4;
/** Longest first: the mark of UTF-32 begins with that of UTF-16. */
const MARKS: ReadonlyArray<readonly [bytes: readonly number[], encoding: string]> = [
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Decodes bytes strictly: a byte order mark decides, else the declared encoding (a WHATWG label such as `utf-8`,
 * `windows-1252`, `gb18030`), else UTF-8. What is not of that encoding is refused and never replaced.
 * Problems: `imports/unknown-encoding`, `imports/wrong-encoding`. After a problem the decoder is spent.
 */
export function textDecoder(declared = 'utf-8'): Decoder {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  let lines = 1;

  const decode = (bytes: Uint8Array, last: boolean): Result<string> => {
    if (!decoder) {
      const begun = begin(bytes, declared);
      if (!begun.ok) return begun;
      decoder = begun.value;
    }
    try {
      const text = decoder.decode(bytes, { stream: !last });
      lines += lineEnds(text);
      return ok(text);
    } catch {
      return refuse(wrongEncoding(decoder.encoding, lines + lineEnds(readable(bytes, decoder.encoding))));
    }
  };

  return {
    push(bytes) {
      if (decoder) return decode(bytes, false);
      head = joined(head, bytes);
      return head.length < BOM_LENGTH ? ok('') : decode(head, false);
    },
    end: () => decode(decoder ? new Uint8Array(0) : head, true),
  };
}

function begin(bytes: Uint8Array, declared: string): Result<TextDecoder> {
  const encoding = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? declared;
  try {
    return ok(new TextDecoder(encoding, { fatal: true }));
  } catch {
    return refuse({
      code: 'imports/unknown-encoding',
      message: `The file is encoded as ${encoding}, which cannot be read here. Save it as UTF-8 and choose it again.`,
      params: { encoding },
    });
  }
}

const wrongEncoding = (encoding: string, line: number): Problem => ({
  code: 'imports/wrong-encoding',
  message: `Line ${line} is not ${encoding}. Save the file as UTF-8, or say which encoding it has; what older versions of Excel wrote is often windows-1252.`,
  params: { encoding, line },
});

/** The text before the first character that cannot be read. */
const readable = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes).split('\uFFFD')[0] ?? '';

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
