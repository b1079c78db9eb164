import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DumpedRow, Progress, StorageAdapter } from '../adapter.js';
import { slices } from '../slices.js';
import { BACKUP_VERSION, type BackupHeader, type BackupTrailer } from './backup.js';

/** How a backup is written. */
export interface WriteBackupOptions {
  /** The version of the rows' schema. */
  readonly schema: number;
  /** Now, as an instant. */
  readonly made: string;
  /** What makes it, for whoever finds the file. */
  readonly app?: string;
  /** Compresses it: a tenth of the size. */
  readonly gzip?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** So many characters are encoded, hashed and handed on at once. */
const PORTION = 64 * 1024;
const ROWS_BETWEEN_PROGRESS = 1000;

/**
 * The bytes of a backup of all rows as they are at one moment, made while they are read: pipe them into a file, or
 * collect them with `new Response(stream).blob()`. Cancelling the stream or aborting the signal ends it; storage
 * faults and the signal's reason are its errors.
 */
export function writeBackup(
  adapter: Pick<StorageAdapter, 'dump'>,
  options: WriteBackupOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const portions = portionsOf(adapter, options);
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await portions.return();
    },
  });
  return options.gzip === true ? plain.pipeThrough(new CompressionStream('gzip')) : plain;
}

async function* portionsOf(
  adapter: Pick<StorageAdapter, 'dump'>,
  { schema, made, app, signal, onProgress }: WriteBackupOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  // The first line says how many rows there are, and the rows of one snapshot are known when all are there. An
  // adapter that has its rows in memory hands out references.
  const dumped: DumpedRow[] = [];
  for await (const each of adapter.dump()) {
    signal?.throwIfAborted();
    dumped.push(each);
  }
  const tombstones = dumped.filter(({ row }) => row.deleted);
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const encode = (text: string) => {
    const bytes = encoder.encode(text);
    hash.update(bytes);
    return bytes;
  };
  const header: BackupHeader = {
    kith: 'backup',
    version: BACKUP_VERSION,
    schema,
    made,
    ...(app !== undefined && { app }),
    rows: countByCollection(dumped),
    ...(tombstones.length > 0 && { tombstones: countByCollection(tombstones) }),
  };
  let text = `${JSON.stringify(header)}\n`;
  const pause = slices();
  for (const [index, each] of dumped.entries()) {
    text += `${lineOf(each)}\n`;
    if (index % ROWS_BETWEEN_PROGRESS === 0) onProgress?.({ step: 'dump', done: index, total: dumped.length });
    if (text.length < PORTION) continue;
    yield encode(text);
    text = '';
    await pause();
    signal?.throwIfAborted();
  }
  yield encode(text);
  const trailer: BackupTrailer = { kith: 'end', rows: dumped.length, sha256: bytesToHex(hash.digest()) };
  yield encoder.encode(`${JSON.stringify(trailer)}\n`);
  onProgress?.({ step: 'dump', done: dumped.length, total: dumped.length });
}

function countByCollection(dumped: readonly DumpedRow[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { c } of dumped) counts.set(c, (counts.get(c) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** A row's line. Its place in the order of commits means nothing elsewhere, so it is left out. */
const lineOf = ({ c, row: { id, rev, deleted, data } }: DumpedRow): string =>
  JSON.stringify(deleted ? { c, id, rev, deleted } : { c, id, rev, data });
