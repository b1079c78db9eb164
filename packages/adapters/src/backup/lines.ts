import type { BackupSource } from './backup.js';
import { Refused } from './refused.js';

/** A line of a file, without its end. */
export interface Line {
  /** From 1 on. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Ended by a line feed, as all are but the last of a file that was cut off. */
  readonly isEnded: boolean;
}

const LINE_FEED = 10;
/** Longer than any row may be, so that a file of one endless line does not fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** The lines of a file, unpacked when it is gzipped. Leaving the loop stops the reading. */
export async function* linesOf(source: BackupSource, signal?: AbortSignal): AsyncGenerator<Line, void, undefined> {
  signal?.throwIfAborted();
  const reader = (await unpacked(source)).getReader();
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  let number = 1;
  let begun: Uint8Array[] = [];
  let length = 0;
  const endLine = (rest: Uint8Array, isEnded: boolean): Line => {
    const bytes = begun.length === 0 ? rest : joined([...begun, rest], length + rest.length);
    begun = [];
    length = 0;
    return { number: number++, bytes, isEnded };
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      let from = 0;
      for (let at = value.indexOf(LINE_FEED); at >= 0; at = value.indexOf(LINE_FEED, from)) {
        yield endLine(value.subarray(from, at), true);
        from = at + 1;
      }
      const rest = value.subarray(from);
      length += rest.length;
      if (length > LONGEST_LINE)
        throw new Refused('backup/wrong-line', `Line ${number} is longer than any row can be.`, { line: number });
      if (rest.length > 0) begun.push(rest);
    }
    if (length > 0) yield endLine(new Uint8Array(), false);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The content of a file. What is packed is known by its first bytes, since files are renamed. */
async function unpacked(source: BackupSource): Promise<ReadableStream<Uint8Array>> {
  const reader = (typeof source === 'function' ? source() : source.stream()).getReader();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const start = joined(first, length);
  let failure: { readonly error: unknown } | undefined;
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(start as Uint8Array<ArrayBuffer>),
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  if (start[0] !== 0x1f || start[1] !== 0x8b) return whole;
  return told(whole.pipeThrough(new DecompressionStream('gzip')), () => failure);
}

/** A stream whose errors are those of the file, where the file failed, and else say that it cannot be unpacked. */
function told(
  stream: ReadableStream<Uint8Array>,
  failureOf: () => { readonly error: unknown } | undefined,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        const failure = failureOf();
        throw failure === undefined
          ? new Refused(
              'backup/damaged',
              'The file cannot be unpacked: it was cut off or changed. Choose another copy.',
            )
          : failure.error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
