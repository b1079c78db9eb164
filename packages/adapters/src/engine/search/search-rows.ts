import type { Row, SearchHit, SearchQuery } from '../../adapter.js';
import { eachInSlices } from '../../slices.js';
import { compareIds } from '../collate.js';
import type { Collection } from '../collection.js';
import { compileFilter } from '../match.js';
import { createTopItems } from '../top-items.js';
import { fold } from './fold.js';
import { type Sought, scoreSlots, seek, seekNear } from './score.js';
import { asItIs, catchUp, createTextIndex, type TextIndex } from './text-index.js';
import { wantedOf } from './words.js';

const indexes = new WeakMap<Collection, TextIndex>();

/** Makes the index of a collection, or brings it up to date, in slices. */
export async function prepareSearch(collection: Collection): Promise<void> {
  const index = indexes.get(collection) ?? createTextIndex(collection);
  indexes.set(collection, index);
  while (index.busy !== undefined) await index.busy;
  index.busy = bringUpToDate(index, collection).finally(() => {
    index.busy = undefined;
  });
  await index.busy;
}

async function bringUpToDate(index: TextIndex, collection: Collection): Promise<void> {
  do {
    if (index.needsCharacters) {
      // Books without Chinese text never load the table.
      index.simplify = (await import('./simplified.js')).simplify;
      index.needsCharacters = false;
    }
    await eachInSlices(catchUp(index, collection), () => undefined, { every: 1 });
  } while (index.needsCharacters);
}

/**
 * The rows in which all words of a text are found, best first. undefined when rows have changed since `prepareSearch`;
 * then it has to be called again.
 */
export function searchRows(
  collection: Collection,
  { text, where, limit }: Pick<SearchQuery, 'text' | 'where' | 'limit'>,
): readonly SearchHit[] | undefined {
  const matches = compileFilter(where);
  const { search, slots } = collection;
  if (search.length === 0) return [];
  const index = indexes.get(collection);
  if (index === undefined || index.changed.size > 0) return undefined;
  const wanted = wantedOf(fold(text, index.simplify ?? asItIs));
  if (wanted.length === 0) return [];

  const best = (sought: readonly Sought[]): readonly SearchHit[] => {
    const top = createTopItems<SearchHit>((a, b) => b.score - a.score || compareIds(a.row.id, b.row.id), limit);
    scoreSlots(index, collection, sought, (slot, score) => {
      const row: Row | undefined = slots[slot]?.row;
      if (row !== undefined && matches(row.data)) top.offer({ row, score });
    });
    return top.sorted();
  };
  const sought = wanted.map((word) => seek(index, word));
  const strict = best(sought);
  // Words with mistakes come behind those without, so they are only looked for where there is room.
  return strict.length >= limit ? strict : best(sought.map((each) => seekNear(index, each)));
}
