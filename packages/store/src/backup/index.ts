export type { BackupHeader, BackupSource, VerifiedBackup } from '@kith/adapters/backup';
export { type BackupOptions, backUp, backupName } from './back-up.js';
export { checkBackup, readBackup, restoreBackup } from './restore-backup.js';
