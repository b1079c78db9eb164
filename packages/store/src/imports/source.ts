import { ok, type Result } from '@kith/core';
import { textDecoder } from '@kith/core/imports';

/** A file to import, or its content in pieces. */
export type ImportSource = string | Blob | ReadableStream<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A piece of text, and how many bytes (or characters, where text was given) it came from. */
export interface Piece {
  readonly text: string;
  readonly size: number;
}

/** So much is looked at before the page may breathe. */
const PIECE = 32_768;

/** The text of a source in small pieces; ends with the refusal when its bytes are not of the encoding. */
export async function* piecesOf(source: ImportSource, encoding: string | undefined): AsyncGenerator<Result<Piece>> {
  const decoder = textDecoder(encoding);
  for await (const chunk of chunksOf(source)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const part = typeof chunk === 'string' ? chunk.slice(at, at + PIECE) : chunk.subarray(at, at + PIECE);
      const text = typeof part === 'string' ? ok(part) : decoder.push(part);
      yield text.ok ? ok({ text: text.value, size: part.length }) : text;
      if (!text.ok) return;
    }
  }
  const last = decoder.end();
  yield last.ok ? ok({ text: last.value, size: 0 }) : last;
}

async function* chunksOf(source: ImportSource): AsyncGenerator<string | Uint8Array> {
  if (typeof source === 'string') yield source;
  else if (source instanceof Blob) yield* streamed(source.stream());
  else if (source instanceof ReadableStream) yield* streamed(source);
  else yield* source;
}

/** Not every browser can iterate over a stream. Who stops early gives the file back. */
async function* streamed(stream: ReadableStream<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
