import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id } from '@kith/core';
import { openStore, type Store } from '@kith/store';
import { DESK } from './desk.js';

/** A file the server offers for import. */
export interface OfferedFile {
  readonly name: string;
  readonly size: number;
}

/** The files of the folder that `npm start -- --data DIR` was given; none without it. */
export async function offeredFiles(): Promise<readonly OfferedFile[]> {
  const response = await fetch('/data/').catch(() => undefined);
  return response?.headers.get('content-type')?.includes('json')
    ? ((await response.json()) as readonly OfferedFile[])
    : [];
}

/** The signed-in person. An intranet has its own sign-in and would say here who it is. */
export const ACTOR = 'user_me' as Id<'user'>;

/**
 * Opens the book that is kept in this browser. Imported data has a book of its own, named after its files, so that it
 * never mixes with the sample.
 */
export async function openBook(files: readonly OfferedFile[]): Promise<Store> {
  const name = files.length === 0 ? 'nordhav' : `nordhav ${files.map((file) => `${file.name} ${file.size}`).join(' ')}`;
  return openStore({ adapter: dexieAdapter({ name }), actor: ACTOR, collections: DESK });
}
