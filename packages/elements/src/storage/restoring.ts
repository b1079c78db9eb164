import type { Problem } from '@kith/core';
import type { BackupHeader } from '@kith/store/backup';
import type { Work } from './progress.js';

/** A backup that was found whole. */
export interface CheckedBackup {
  readonly file: File;
  readonly header: BackupHeader;
}

/** How far the restoring of a backup has come. */
export type Restoring =
  | { readonly step: 'idle' | 'cancelled' | 'missing' | 'several' }
  | { readonly step: 'checking'; readonly file: File; readonly work: Work | undefined }
  | { readonly step: 'refused'; readonly problem: Problem; readonly file: File }
  | ({ readonly step: 'checked' } & CheckedBackup)
  | ({ readonly step: 'restoring'; readonly work: Work | undefined } & CheckedBackup)
  | ({ readonly step: 'restored' } & CheckedBackup)
  | { readonly step: 'failed'; readonly problem: Problem };
