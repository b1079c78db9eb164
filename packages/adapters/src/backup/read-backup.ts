import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DumpedRow } from '../adapter.js';
import { checkId } from '../engine/batch.js';
import { StorageFault } from '../fault.js';
import { slices } from '../slices.js';
import { BACKUP_VERSION, type BackupHeader, type BackupSource, type BackupTrailer } from './backup.js';
import { type Line, linesOf } from './lines.js';
import { Refused } from './refused.js';

/** How a backup is read. */
export interface ReadBackupOptions {
  /** The version of the schema the code knows; a backup of a newer one is refused. */
  readonly schema: number;
  readonly signal?: AbortSignal;
}

/** A backup while it is read. */
export interface BackupReading {
  readonly header: BackupHeader;
  /** Throws what is wrong with the file; what was handed out before counts only when it comes to its end. */
  readonly rows: AsyncGenerator<DumpedRow, BackupTrailer, undefined>;
}

/** Begins to read a backup. The rows have to be read to their end, or their generator to be ended. */
export async function readBackup(source: BackupSource, { schema, signal }: ReadBackupOptions): Promise<BackupReading> {
  const lines = linesOf(source, signal);
  try {
    const { value: first } = await lines.next();
    const header = headerOf(first ?? undefined);
    if (header.schema > schema)
      throw new Refused(
        'backup/newer-schema',
        `This backup was made by a newer version of the application (schema ${header.schema}, this one knows ${schema}). Update first.`,
        { schema: header.schema, known: schema },
      );
    return { header, rows: rowsOf(header, first as Line, lines) };
  } catch (error) {
    await lines.return();
    throw error;
  }
}

/** The first line of a backup. */
export async function readHeader(source: BackupSource): Promise<BackupHeader> {
  const lines = linesOf(source);
  try {
    return headerOf((await lines.next()).value ?? undefined);
  } finally {
    await lines.return();
  }
}

async function* rowsOf(
  header: BackupHeader,
  first: Line,
  lines: AsyncGenerator<Line, void, undefined>,
): AsyncGenerator<DumpedRow, BackupTrailer, undefined> {
  const hash = sha256.create();
  const update = ({ bytes }: Line) => hash.update(bytes).update(LINE_FEED);
  update(first);
  const idsByCollection = new Map<string, Set<string>>();
  let rows = 0;
  let trailer: BackupTrailer | undefined;
  const pause = slices();
  for await (const line of lines) {
    if (trailer !== undefined) throw wrongLine(line, 'stands behind the end of the backup');
    const value = parse(line);
    if (isTrailer(value)) {
      trailer = value;
      continue;
    }
    const row = rowOf(line, value);
    const ids = idsByCollection.get(row.c) ?? new Set();
    idsByCollection.set(row.c, ids);
    if (ids.size === ids.add(row.row.id).size) throw wrongLine(line, `has the row ${row.c}/${row.row.id} again`);
    update(line);
    rows++;
    yield row;
    await pause();
  }
  if (trailer === undefined) throw truncated(rows);
  const counts = new Map([...idsByCollection].map(([c, ids]) => [c, ids.size]));
  checkCounts(header, trailer, counts, rows);
  if (bytesToHex(hash.digest()) !== trailer.sha256)
    throw new Refused(
      'backup/wrong-checksum',
      'The checksum of this backup is not that of its rows: it was changed after it was made. Choose another copy.',
    );
  return trailer;
}

const LINE_FEED = new Uint8Array([10]);

function headerOf(line: Line | undefined): BackupHeader {
  const value = line === undefined ? undefined : tryParse(line);
  if (!isRecord(value) || value.kith !== 'backup' || typeof value.version !== 'number')
    throw new Refused('backup/not-a-backup', 'This file is no backup of Kith: its first line does not say so.');
  if (value.version > BACKUP_VERSION)
    throw new Refused(
      'backup/newer-format',
      `This backup is written in format ${value.version}, this version of the application reads ${BACKUP_VERSION}. Update first.`,
      { version: value.version, known: BACKUP_VERSION },
    );
  const { schema, made, app, rows, tombstones } = value;
  const isSound =
    isWhole(schema) &&
    typeof made === 'string' &&
    (app === undefined || typeof app === 'string') &&
    areCounts(rows) &&
    (tombstones === undefined || areCounts(tombstones));
  if (!isSound) throw wrongLine({ number: 1 }, 'does not say what is in the backup');
  return value as unknown as BackupHeader;
}

function isTrailer(value: unknown): value is BackupTrailer {
  return isRecord(value) && value.kith === 'end' && isWhole(value.rows) && typeof value.sha256 === 'string';
}

function rowOf(line: Line, value: unknown): DumpedRow {
  if (!isRecord(value)) throw wrongLine(line, 'is no row');
  const { c, id, rev, deleted, data } = value;
  try {
    checkId(c as string, id as string);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    throw wrongLine(line, 'does not name its row');
  }
  if (!isWhole(rev) || rev === 0) throw wrongLine(line, 'has a row without a revision');
  if (deleted !== undefined && deleted !== true) throw wrongLine(line, 'is no row');
  if (deleted === undefined && !isRecord(data)) throw wrongLine(line, 'has a row without content');
  const row = { id: id as string, rev, seq: '', data: (deleted ? {} : data) as DumpedRow['row']['data'] };
  return { c: c as string, row: deleted ? { ...row, deleted } : row };
}

function parse(line: Line): unknown {
  const value = tryParse(line);
  if (value !== undefined) return value;
  throw line.isEnded ? wrongLine(line, 'cannot be read') : truncated(line.number - 2);
}

function tryParse({ bytes }: Line): unknown {
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

// A file that an editor has saved with a byte order mark is not the one that was written.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function checkCounts(
  header: BackupHeader,
  trailer: BackupTrailer,
  counts: ReadonlyMap<string, number>,
  rows: number,
): void {
  const expected = Object.entries(header.rows).filter(([, count]) => count > 0);
  const isSame = expected.length === counts.size && expected.every(([c, count]) => counts.get(c) === count);
  if (isSame && trailer.rows === rows) return;
  throw new Refused(
    'backup/wrong-count',
    `This backup has ${rows} rows and says that it has ${trailer.rows}: it was changed after it was made. Choose another copy.`,
    { rows, expected: trailer.rows },
  );
}

function truncated(rows: number): Refused {
  return new Refused(
    'backup/truncated',
    `This backup ends after ${rows} rows, without its last line: it was cut off. Choose another copy.`,
    { rows },
  );
}

function wrongLine({ number }: Pick<Line, 'number'>, what: string): Refused {
  return new Refused('backup/wrong-line', `Line ${number} of this backup ${what}. Choose another copy.`, {
    line: number,
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const areCounts = (value: unknown): value is Readonly<Record<string, number>> =>
  isRecord(value) && Object.values(value).every(isWhole);
