export type { BackupHeader, BackupOutcome, BackupProblem, BackupProblemCode, BackupSource } from './backup.js';
export { type RestoreBackupOptions, type RestoredBackup, restoreBackup } from './restore-backup.js';
export { readBackupHeader, type VerifiedBackup, type VerifyBackupOptions, verifyBackup } from './verify-backup.js';
export { type WriteBackupOptions, writeBackup } from './write-backup.js';
