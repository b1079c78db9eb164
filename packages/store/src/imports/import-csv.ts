import { ok, type Result } from '@kith/core';
import { type CsvRecord, type CsvTable, csvTable, type Mapping, parseMapping, planImport } from '@kith/core/imports';
import type { Collection } from '../collection.js';
import { command } from '../command.js';
import { KithError } from '../error.js';
import type { Store } from '../store.js';
import { imports } from './collection.js';
import { collectionsByName } from './collections-by-name.js';
import { ImportError } from './import-error.js';
import { type Pause, pauseBy } from './pause.js';
import type { ImportProgress, ImportReport } from './report.js';
import { beginRun, endRun, runRows } from './run.js';
import type { Run } from './running.js';
import { type ImportSource, piecesOf } from './source.js';
import { takeBack } from './take-back.js';

/** How a file is imported. */
export interface ImportOptions {
  /** `try` decides and counts everything and writes nothing (a dry run). `write` when left out. */
  readonly mode?: 'write' | 'try';
  /** Rows in one commit: 1,000 when left out. */
  readonly chunkRows?: number;
  /** The longest record, in characters: 1,000,000 when left out. */
  readonly maxRecordLength?: number;
  /** Called after each commit. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops before the next commit. What was written stays, and can be taken back or gone on from. */
  readonly signal?: AbortSignal;
  /** What becomes of what was written when the file or the storage fails in the middle: `revert` when left out. */
  readonly onFailure?: 'revert' | 'keep';
  /** The host's own collections, where the mapping names one. */
  readonly collections?: readonly Collection[];
  /** Lets the page breathe; a task of the event loop when left out. */
  readonly giveWay?: () => Promise<void>;
}

interface Importing {
  readonly store: Store;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly pause: Pause;
  readonly collectionNamed: (name: string) => Collection;
  readonly table: CsvTable;
  /** From the header on. */
  run?: Run;
}

const CHUNK_ROWS = 1_000;

/**
 * Imports a CSV file by a mapping: in chunks of rows, each one commit, without holding the page. A row whose external
 * id is known changes its mapped fields only, so importing a file twice changes nothing. Every row is counted once, as
 * created, updated, unchanged or rejected, and rejected ones come back as CSV with their reasons.
 *
 * A file that cannot be read to its end is refused, with the problems of core's `csvTable`, `textDecoder` and
 * `planImport`; nothing of it is left then. Rejects with an {@link ImportError} when the storage fails: it says what is
 * left, which by default is nothing.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { openStore } from '@kith/store';
 * import { importCsv, revertImport } from '@kith/store/imports';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * const customers = {
 *   name: 'Customers',
 *   into: 'companies',
 *   system: 'shop',
 *   externalId: ['number'],
 *   fields: [{ field: 'name', from: [{ column: 'company' }], required: true }],
 * };
 * const result = await importCsv(store, 'number,company\n17,Brama\n18,\n', customers);
 * expect(result).toMatchObject({ ok: true, value: { rowsIn: 2, created: 1, rejected: 1 } });
 *
 * if (result.ok && result.value.importId) await revertImport(store, result.value.importId);
 * ```
 */
export async function importCsv(
  store: Store,
  source: ImportSource,
  mapping: Mapping,
  options: ImportOptions = {},
): Promise<Result<ImportReport>> {
  const parsed = parseMapping(mapping);
  if (!parsed.ok) return parsed;
  const collectionNamed = collectionsByName(options.collections);
  for (const { in: name } of [{ in: mapping.into }, ...Object.values(mapping.lookups ?? {})]) collectionNamed(name);
  const table = csvTable({ delimiter: mapping.delimiter, maxRecordLength: options.maxRecordLength });
  const importing: Importing = { store, mapping, options, pause: pauseBy(options.giveWay), collectionNamed, table };
  try {
    const report = await importAll(importing, source);
    if (!report.ok) await clear(importing);
    return report;
  } catch (cause) {
    // What the source throws, or a mistake of the programmer, is not the storage's.
    if (!(cause instanceof KithError)) throw await clear(importing).then(() => cause);
    const left = await clear(importing).catch(() => 'rows' as const);
    const { run } = importing;
    throw new ImportError(cause, left, run?.tally.report('failed', left === 'rows' ? run.importId : undefined));
  }
}

async function importAll(importing: Importing, source: ImportSource): Promise<Result<ImportReport>> {
  const { table, options } = importing;
  const isCancelled = (): boolean => options.signal?.aborted ?? false;
  const size = options.chunkRows ?? CHUNK_ROWS;
  const rows: CsvRecord[] = [];
  const waiting: CsvRecord[] = [];

  for await (const read of recordsOf(table, source, importing.mapping.encoding)) {
    if (isCancelled()) break;
    if (!read.ok) return read;
    if (!importing.run && table.header) {
      const begun = await begin(importing, table.header);
      if (!begun.ok) return begun;
      importing.run = begun.value;
    }
    importing.run?.tally.countRead(read.value.size);
    rows.push(...read.value.records);
    while (rows.length >= size && !isCancelled())
      waiting.push(...(await write(importing, rows.splice(0, size), 'more')));
    await importing.pause();
  }
  waiting.push(...(await write(importing, rows, 'more')));

  // Each round lets in the rows whose turn has come, until one lets in none.
  for (let before = Number.POSITIVE_INFINITY; waiting.length < before; ) {
    before = waiting.length;
    for (const some of chunksOf(waiting.splice(0), size)) waiting.push(...(await write(importing, some, 'more')));
  }
  for (const some of chunksOf(waiting, size)) await write(importing, some, 'last');

  const { run } = importing;
  const state = isCancelled() ? 'cancelled' : 'finished';
  if (run) await endRun(run, state);
  const report = run?.tally.report(
    run.mode === 'try' && state === 'finished' ? 'tried' : state,
    run.mode === 'write' && run.steps > 0 ? run.importId : undefined,
  );
  return ok(report ?? CANCELLED);
}

async function begin(importing: Importing, header: readonly string[]): Promise<Result<Run>> {
  const { store, mapping, options, pause, collectionNamed } = importing;
  const plan = planImport(mapping, header);
  return plan.ok ? beginRun(store, plan.value, { mode: options.mode ?? 'write', pause, collectionNamed }) : plan;
}

async function write(
  { run, options }: Importing,
  rows: readonly CsvRecord[],
  last: 'last' | 'more',
): Promise<readonly CsvRecord[]> {
  if (!run || rows.length === 0 || options.signal?.aborted) return [];
  const waiting = await runRows(run, rows, last);
  options.onProgress?.(run.tally.progress());
  return waiting;
}

/** Takes back what was written, as the options have it. Answers what is left. */
async function clear({ run, store, options, pause, collectionNamed }: Importing): Promise<'nothing' | 'rows'> {
  if (!run || run.mode === 'try') return 'nothing';
  const found = await store.can(
    command('imports/find', { importId: run.importId }, async (work) =>
      ok(await work.system.get(imports, run.importId)),
    ),
  );
  if (!found.ok || !found.value) return 'nothing';
  if (options.onFailure === 'keep') {
    await endRun(run, 'failed');
    return 'rows';
  }
  const reverted = await takeBack(store, found.value, { collectionNamed, pause, afterwards: 'remove record' });
  return reverted.ok && reverted.value.skipped.length === 0 ? 'nothing' : 'rows';
}

/** The rows of a source, with the amount of it that they came from. */
async function* recordsOf(
  table: CsvTable,
  source: ImportSource,
  encoding: string | undefined,
): AsyncGenerator<Result<{ readonly records: readonly CsvRecord[]; readonly size: number }>> {
  for await (const piece of piecesOf(source, encoding)) {
    const records = piece.ok ? table.push(piece.value.text) : piece;
    yield records.ok ? ok({ records: records.value, size: piece.ok ? piece.value.size : 0 }) : records;
    if (!records.ok) return;
  }
  const records = table.end();
  yield records.ok ? ok({ records: records.value, size: 0 }) : records;
}

function* chunksOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Cancelled before its header was read. */
const CANCELLED: ImportReport = {
  state: 'cancelled',
  rowsIn: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  alsoCreated: {},
  rejections: [],
  rejectedCsv: '',
};
