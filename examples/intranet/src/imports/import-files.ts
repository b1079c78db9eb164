import { csvTable, type Mapping, recogniseMapping } from '@kith/core/imports';
import type { Store } from '@kith/store';
import { type ImportProgress, type ImportReport, type ImportSource, importCsv } from '@kith/store/imports';
import { pipelineMaven } from './pipeline-maven.js';

/** A CSV file, wherever it comes from. */
export interface CsvFile {
  readonly name: string;
  readonly size: number;
  open(): Promise<ImportSource>;
}

/** A file with the mapping that fits its columns. */
export interface MappedFile extends CsvFile {
  readonly mapping: Mapping;
}

/** What became of one file: its report, or why it was not imported. */
export interface Outcome {
  readonly name: string;
  readonly report?: ImportReport;
  readonly problem?: string;
}

/** How much of a file is read to know its columns. */
const HEAD = 64 * 1024;

/** A file the person chose. */
export const chosenFile = (file: File): CsvFile => ({ name: file.name, size: file.size, open: async () => file });

/** A file of the folder that the server was started with. */
export const offeredFile = ({ name, size }: { readonly name: string; readonly size: number }): CsvFile => ({
  name,
  size,
  open: async () => (await fetch(`/data/${encodeURIComponent(name)}`)).blob(),
});

/**
 * Finds the mapping of each file by its columns and puts the files in the order in which they build on one another. A
 * file with other columns is named: nothing is guessed.
 */
export async function mapFiles(
  files: readonly CsvFile[],
): Promise<{ readonly mapped: readonly MappedFile[]; readonly unknown: readonly CsvFile[] }> {
  const mapped: MappedFile[] = [];
  const unknown: CsvFile[] = [];
  for (const file of files) {
    const source = await file.open();
    const head = source instanceof Blob ? await source.slice(0, HEAD).text() : '';
    const table = csvTable();
    const read = table.push(head);
    const mapping = read.ok && table.header ? recogniseMapping(table.header, pipelineMaven) : undefined;
    if (mapping) mapped.push({ ...file, mapping });
    else unknown.push(file);
  }
  mapped.sort((left, right) => pipelineMaven.indexOf(left.mapping) - pipelineMaven.indexOf(right.mapping));
  return { mapped, unknown };
}

/** Imports files one behind the other, or only tries to, and says for each what became of it. */
export async function importFiles(
  store: Store,
  files: readonly MappedFile[],
  mode: 'write' | 'try',
  onProgress: (file: MappedFile, progress: ImportProgress) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of files) {
    try {
      const result = await importCsv(store, await file.open(), file.mapping, {
        mode,
        onProgress: (progress) => onProgress(file, progress),
      });
      outcomes.push(
        result.ok ? { name: file.name, report: result.value } : { name: file.name, problem: result.problem.message },
      );
    } catch (error) {
      outcomes.push({ name: file.name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return outcomes;
}
