import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** A file of JSON, a line for each entry. What was appended is on the disk; a line that was never finished does not count. */
export interface Lines<Entry> {
  /** What was there when it was opened. */
  readonly entries: readonly Entry[];
  append(entry: Entry): void;
  /** Puts other lines in their place, all or nothing: of the old ones nothing is left. */
  rewrite(entries: Iterable<Entry>): void;
  remove(): void;
}

const LINE_END = 10;

/** Opens a file of lines, or begins one. */
export function openLines<Entry>(file: string): Lines<Entry> {
  const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  let length = content.lastIndexOf(LINE_END) + 1;
  let descriptor = openSync(file, 'a');
  // The process was killed while it wrote: nobody was told that this batch is there.
  if (length < content.length) ftruncateSync(descriptor, length);

  return {
    entries: content
      .subarray(0, length)
      .toString()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Entry),
    append(entry) {
      try {
        const written = writeLines(descriptor, [entry]);
        fsyncSync(descriptor);
        length += written;
      } catch (error) {
        ftruncateSync(descriptor, length);
        throw error;
      }
    },
    rewrite(entries) {
      const draft = `${file}.draft`;
      const drafting = openSync(draft, 'w');
      try {
        length = writeLines(drafting, entries);
        fsyncSync(drafting);
      } finally {
        closeSync(drafting);
      }
      renameSync(draft, file);
      closeSync(descriptor);
      descriptor = openSync(file, 'a');
    },
    remove() {
      closeSync(descriptor);
      rmSync(file);
    },
  };
}

/** Answers the bytes that were written. */
function writeLines(descriptor: number, entries: Iterable<unknown>): number {
  let written = 0;
  for (const entry of entries) {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let at = 0; at < line.length; ) at += writeSync(descriptor, line, at);
    written += line.length;
  }
  return written;
}
