/** The first line of a backup: what it is, and what is in it. Nothing in it says whose it is. */
export interface BackupHeader {
  readonly kith: 'backup';
  /** How the file is written. */
  readonly version: 1;
  /** The version of the rows' schema. */
  readonly schema: number;
  /** When it was made, as the caller said: an instant such as `2026-11-22T09:30:00.000Z`. */
  readonly made: string;
  /** What made it, such as `Intranet 4.2`. */
  readonly app?: string;
  /** How many rows of each collection, tombstones included. */
  readonly rows: Readonly<Record<string, number>>;
  /** How many of them are tombstones, where there are any: a person counts the others. */
  readonly tombstones?: Readonly<Record<string, number>>;
}

/** The last line of a backup. */
export interface BackupTrailer {
  readonly kith: 'end';
  /** How many lines there are between the first and this one. */
  readonly rows: number;
  /** SHA-256 of every byte before this line, in hexadecimal: `head -n -1 file | sha256sum` says the same. */
  readonly sha256: string;
}

/** Where a backup is read from: a file, or a function that begins to read it. It is read twice: checked first, then restored. */
export type BackupSource = Blob | (() => ReadableStream<Uint8Array>);

/** Why a file is not restored, as data; the shape of core's Problem. `params` name the line and what else the message has in it. */
export interface BackupProblem {
  readonly code: BackupProblemCode;
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What can be wrong with a backup. Each is in docs/spec/problems.md with what to do. */
export type BackupProblemCode =
  | 'backup/not-a-backup'
  | 'backup/newer-format'
  | 'backup/newer-schema'
  | 'backup/damaged'
  | 'backup/truncated'
  | 'backup/wrong-line'
  | 'backup/wrong-count'
  | 'backup/wrong-checksum';

/** Either a value, or what is wrong with the file. */
export type BackupOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: BackupProblem };

/** The version of the file's format that this code writes, and the newest that it reads. */
export const BACKUP_VERSION = 1;
