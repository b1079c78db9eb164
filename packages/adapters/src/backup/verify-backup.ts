import type { Progress } from '../adapter.js';
import type { BackupHeader, BackupOutcome, BackupSource } from './backup.js';
import { type ReadBackupOptions, readBackup, readHeader } from './read-backup.js';
import { outcomeOf } from './refused.js';

/** How a backup is checked. */
export interface VerifyBackupOptions extends ReadBackupOptions {
  onProgress?(progress: Progress): void;
}

/** A backup that is whole. */
export interface VerifiedBackup {
  readonly header: BackupHeader;
  readonly rows: number;
  readonly sha256: string;
}

/** What a file says of itself, by its first line only: to be shown before anybody decides. The rest may still be broken. */
export function readBackupHeader(source: BackupSource): Promise<BackupOutcome<BackupHeader>> {
  return outcomeOf(readHeader(source));
}

/** Reads a backup to its end and checks every line, the counts and the checksum. Throws what reading the file throws, and the signal's reason. */
export function verifyBackup(
  source: BackupSource,
  options: VerifyBackupOptions,
): Promise<BackupOutcome<VerifiedBackup>> {
  return outcomeOf(verify(source, options));
}

const ROWS_BETWEEN_PROGRESS = 1000;

async function verify(source: BackupSource, options: VerifyBackupOptions): Promise<VerifiedBackup> {
  const { header, rows } = await readBackup(source, options);
  const total = Object.values(header.rows).reduce((sum, count) => sum + count, 0);
  for (let done = 0; ; done++) {
    if (done % ROWS_BETWEEN_PROGRESS === 0) options.onProgress?.({ step: 'restore', done, total });
    const step = await rows.next();
    if (!step.done) continue;
    options.onProgress?.({ step: 'restore', done: total, total });
    return { header, rows: step.value.rows, sha256: step.value.sha256 };
  }
}
