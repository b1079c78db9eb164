import type { Commit, DumpedRow, Migration, StorageAdapter } from '../adapter.js';
import { dataBetween } from '../engine/migrate.js';
import type { BackupHeader, BackupOutcome, BackupSource } from './backup.js';
import { readBackup } from './read-backup.js';
import { outcomeOf, Refused } from './refused.js';
import { type VerifyBackupOptions, verifyBackup } from './verify-backup.js';

/** How a backup is restored. Progress counts every row twice: once it is checked, once restored. */
export interface RestoreBackupOptions extends VerifyBackupOptions {
  /** For a backup of an older schema: those that the adapter was opened with. */
  readonly migrations: readonly Migration[];
}

/** A backup that has become the book. */
export interface RestoredBackup {
  readonly header: BackupHeader;
  readonly commit: Commit;
}

const ROWS_BETWEEN_PROGRESS = 1000;

/**
 * Makes the book of an open adapter that of a backup: checks the whole file first, then restores it, all or nothing.
 * Whatever goes wrong, also half-way through the second reading, nothing has changed. Throws the faults of the storage,
 * what reading the file throws, and the signal's reason.
 */
export async function restoreBackup(
  adapter: Pick<StorageAdapter, 'restore' | 'capabilities'>,
  source: BackupSource,
  options: RestoreBackupOptions,
): Promise<BackupOutcome<RestoredBackup>> {
  const { onProgress } = options;
  const verified = await verifyBackup(source, {
    ...options,
    onProgress: (progress) => onProgress?.({ ...progress, total: progress.total * 2 }),
  });
  return verified.ok ? outcomeOf(restore(adapter, source, options, verified.value.sha256)) : verified;
}

async function restore(
  adapter: Pick<StorageAdapter, 'restore' | 'capabilities'>,
  source: BackupSource,
  options: RestoreBackupOptions,
  sha256: string,
): Promise<RestoredBackup> {
  const reading = await readBackup(source, options);
  const { header } = reading;
  const total = Object.values(header.rows).reduce((sum, count) => sum + count, 0);
  const migrated = dataBetween(options.migrations, header.schema, options.schema, adapter.capabilities.limits.rowBytes);
  async function* rows(): AsyncGenerator<DumpedRow, void, undefined> {
    try {
      for (let done = 0; ; done++) {
        if (done % ROWS_BETWEEN_PROGRESS === 0)
          options.onProgress?.({ step: 'restore', done: total + done, total: total * 2 });
        const step = await reading.rows.next();
        if (step.done) {
          if (step.value.sha256 === sha256) return;
          throw new Refused('backup/wrong-checksum', 'The file was replaced while it was read. Try again.');
        }
        const { c, row } = step.value;
        yield { c, row: row.deleted ? row : { ...row, data: migrated(c, row) ?? row.data } };
      }
    } finally {
      await reading.rows.return(undefined as never);
    }
  }
  const commit = await adapter.restore(rows());
  options.onProgress?.({ step: 'restore', done: total * 2, total: total * 2 });
  return { header, commit };
}
