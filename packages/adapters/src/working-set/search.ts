import type { Capabilities, SearchHit, SearchQuery } from '../adapter.js';
import { type Book, collectionOf } from '../engine/book.js';
import { StorageFault } from '../fault.js';

/** Answers a search from the book, when no batch is half in place. What searching takes is fetched by the first one. */
export async function searchBook(
  { c, text, where, limit }: SearchQuery,
  { pageRows }: Capabilities['limits'],
  read: <Result>(look: (book: Book) => Result) => Promise<Result>,
): Promise<readonly SearchHit[]> {
  if (typeof text !== 'string')
    throw new StorageFault({ kind: 'invalid', detail: 'the text of a search is a string.' });
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > pageRows)
    throw new StorageFault({ kind: 'invalid', detail: `a search has 1 to ${pageRows} hits, not ${limit}.` });
  const { prepareSearch, searchRows } = await import('../engine/search/search-rows.js');
  for (;;) {
    const hits = await read((book) =>
      searchRows(collectionOf(book, c), { text, limit, ...(where !== undefined && { where }) }),
    );
    if (hits !== undefined) return hits;
    await prepareSearch(await read((book) => collectionOf(book, c)));
  }
}
