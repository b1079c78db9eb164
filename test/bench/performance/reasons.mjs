// Why a target is missed, and the next step: by part, line and what it is measured against. docs/performance.md quotes it.

const LIVE =
  'A command is three transactions of IndexedDB where a bare write is one: behind it the store asks the feed twice, once for itself and once for the hint of its own write, and each time the log looks for what other tabs have written. Next: one look is enough, and then none, because the write itself has just looked.';

export const REASONS = {
  'storage/live/dexie': LIVE,
  'storage/live/wall': LIVE,
  'storage/liveAmongMany/wall': LIVE,
  'storage/liveAmongMany/live':
    'The store evaluates only what a write can matter to (law S30, counted by a test). What is left is the garbage collector and caches among a thousand answers that are kept. Next: a profile of this line on a quiet machine.',
  'storage/updateOne/dexie':
    'One transaction of IndexedDB costs 1.4 ms of the 2 to 3 for everybody; the write-ahead record is one, and a put into five indexes of the browser is one as well. Next: several writes that wait become one transaction.',
  'search/mistyped/minisearch':
    'A word with a mistake is looked for among all words of about its length. Next: an index of the words with one letter left out.',
  'growth/page/exponent':
    'The same 51 rows are touched whatever there is (counted by a test); with more rows they lie further apart in memory, so that more of them miss the caches. Next: pages by column from the sorted order, so that only the rows that are answered are read.',
  'growth-million/page/exponent': 'As in the browser: the same 51 rows, further apart in memory.',
  'growth/get/exponent': 'One look into a hash map of all rows: with more of them it misses the caches.',
  'growth-million/get/exponent': 'One look into a hash map of all rows: with more of them it misses the caches.',
  'growth/live/exponent': LIVE,
};
