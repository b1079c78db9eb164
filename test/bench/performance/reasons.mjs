// Why a target is missed, and the next step: by part, line and what it is measured against. docs/performance.md quotes it.

const LIVE =
  'A command was three transactions of IndexedDB where a bare write is one: behind it the store asked the feed twice, once for itself and once for the hint of its own write, and each time the log looks for what other tabs have written. By the clock the machine’s other work counts as well. Next: measured again with one look less; then none, because the write itself has just looked.';

export const REASONS = {
  'growth-million/load/exponent':
    'The last decade takes 25 times as long, not 10: collecting the garbage of a gigabyte of live objects, by several threads of a machine that was busy. Next: rows kept as text until they are asked for, as a cold start does already.',
  'growth-million/updateOne/exponent':
    'Without a storage behind it an update is a tenth to half a millisecond: five places in sorted lists that no longer fit the caches. Next: longer chunks measured against shorter ones.',
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
  'growth-million/page/exponent':
    'Found since: the way through an index was weighed by a look at every chunk of it. One round without that took 0.8 ms at a million rows, a power of about 0.06. Next: this table measured again on a quiet machine.',
  'growth-million/count/exponent':
    'Six counters are read whatever there is. The rest is the process: the collector goes through a gigabyte of live objects meanwhile, and its threads are counted. Next: rows kept as text until they are asked for.',
  'growth/get/exponent': 'One look into a hash map of all rows: with more of them it misses the caches.',
  'growth-million/get/exponent': 'One look into a hash map of all rows: with more of them it misses the caches.',
  'growth/live/exponent': LIVE,
};
