export { importSteps, imports } from './collection.js';
export { type ImportOptions, importCsv } from './import-csv.js';
export { ImportError } from './import-error.js';
export type { ImportCounts, ImportProgress, ImportReport, Rejection } from './report.js';
export { type RevertOptions, revertImport } from './revert-import.js';
export type { ImportSource } from './source.js';
export type { ChangedRow, Reverted } from './take-back.js';
