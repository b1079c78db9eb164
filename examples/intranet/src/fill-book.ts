import { pipelines, type Store } from '@kith/store';
import { firstValueFrom } from 'rxjs';
import { importFiles, mapFiles, offeredFile } from './imports/import-files.js';
import type { OfferedFile } from './open-book.js';
import { wordsIn } from './words.js';
import { writeSample } from './write-sample.js';

/** Fills a book that is still empty: with the files the server was started with, or with a sample. Answers what could not be imported, and why. */
export async function fillBook(
  store: Store,
  files: readonly OfferedFile[],
  tell: (text: string, detail?: string) => void,
): Promise<readonly string[]> {
  const words = wordsIn(document.documentElement.lang);
  if ((await firstValueFrom(store.watch(pipelines.all()))).length > 0) return [];
  if (files.length === 0) {
    tell(words.filling);
    await writeSample(store);
    return [];
  }
  const { mapped, unknown } = await mapFiles(files.map(offeredFile));
  const outcomes = await importFiles(store, mapped, 'write', (file, { rowsIn }) =>
    tell(words.importing.writing(file.name, rowsIn)),
  );
  return [
    ...unknown.map((file) => words.importing.unknownFile(file.name)),
    ...outcomes.flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : [])),
  ];
}
