import {
  type BackupHeader,
  type BackupSource,
  readBackupHeader,
  restoreBackup as restore,
  type VerifiedBackup,
  verifyBackup,
} from '@kith/adapters/backup';
import { ok, type Result } from '@kith/core';
import { forgetDataLoss } from '../data-loss-row.js';
import type { Store } from '../store.js';
import type { BackupOptions } from './back-up.js';

/**
 * What a file says it is, by its first line, for showing before anybody decides. Problem: `backup/not-a-backup`, or
 * another one of `checkBackup` that shows already.
 */
export const readBackup = (source: BackupSource): Promise<Result<BackupHeader>> => readBackupHeader(source);

/**
 * Reads a backup to its end and checks every line, the counts and the checksum; nothing is written. Problems:
 * `backup/truncated`, `backup/wrong-checksum`, `backup/newer-schema` and the others that begin with `backup/`.
 */
export const checkBackup = (
  { storage }: Pick<Store, 'storage'>,
  source: BackupSource,
  options: BackupOptions = {},
): Promise<Result<VerifiedBackup>> => verifyBackup(source, { ...options, schema: storage.schema });

/**
 * Makes the book what a backup holds, all or nothing, after checking the whole file: what is not in it is deleted, and
 * whoever watches is told. It cannot be undone, so make a backup before. Problems: those of `checkBackup`. Rejects with a
 * KithError when the storage fails (`store/unsupported` where it cannot restore); nothing has changed then.
 */
export const restoreBackup = (
  { storage }: Pick<Store, 'storage'>,
  source: BackupSource,
  options: BackupOptions = {},
): Promise<Result<{ readonly header: BackupHeader }>> =>
  storage.replace('store/restore', async () => {
    const { schema, migrations } = storage;
    const adapter = storage.whole();
    const restored = await restore(adapter, source, { ...options, schema, migrations });
    if (!restored.ok) return restored;
    await forgetDataLoss(adapter);
    return ok({ header: restored.value.header });
  });
