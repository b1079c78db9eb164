// What is measured side by side, and what is promised of it. run.mjs measures, report.mjs tells.

const ROWS = 100_000;
const MILLION = 1_000_000;

/** Ahead of each of these. */
const ahead = (...others) => others.map((than) => ({ than, most: 1 }));
const peers = ahead('rxdb', 'tinybase');

/**
 * Targets: `{ than, most }` is the most that the first seat may cost as a part of another seat; `{ thanLine, most }` as a
 * part of another line of its own; `{ cpu }` is the most milliseconds of CPU time, `{ wall }` is the most milliseconds by the clock in the quietest round, `{ block }` the longest task of the
 * page's main thread, and `{ exponent }` the most that a cost may grow with the number of rows, as a power of it.
 *
 * A line's `turns` are found out by a trial when left out. `once` names seats that have one round only, because it is so long. `writes` waits for what is put off. `fresh` runs it in a browser that has just been started.
 */
export const PARTS = {
  storage: {
    title: 'Storage in the browser',
    in: 'browser',
    rows: ROWS,
    compareAfter: ['load', 'updateMany'],
    seats: [
      { key: 'kith', label: 'Kith', entry: 'storage/kith' },
      { key: 'dexie', label: 'raw Dexie', entry: 'storage/dexie' },
      { key: 'rxdb', label: 'RxDB', entry: 'storage/rxdb' },
      { key: 'tinybase', label: 'TinyBase', entry: 'storage/tinybase' },
    ],
    lines: [
      {
        key: 'load',
        writes: true,
        name: 'bulk load of all rows',
        rounds: 2,
        turns: 1,
        once: ['rxdb'],
        targets: [{ than: 'dexie', most: 0.2 }, ...peers, { block: 50 }],
      },
      { key: 'get', name: 'get by id', targets: [{ than: 'dexie', most: 0.2 }, ...peers] },
      { key: 'city', name: 'rows of one city (40), by an index', targets: [...ahead('dexie'), ...peers] },
      {
        key: 'page',
        name: 'page of 50, filtered and sorted by an index',
        targets: [{ than: 'dexie', most: 0.2 }, ...peers],
      },
      {
        key: 'scan',
        name: 'filter and sort without an index, first 50',
        targets: [{ than: 'dexie', most: 0.1 }, ...peers],
      },
      { key: 'count', name: 'count by group (6 stages)', targets: [{ than: 'dexie', most: 0.01 }, ...peers] },
      { key: 'updateOne', writes: true, name: 'update of one row', targets: [...ahead('dexie'), ...peers] },
      {
        key: 'updateMany',
        writes: true,
        name: 'update of 1,000 rows',
        targets: [{ than: 'dexie', most: 0.3 }, ...peers, { block: 50 }],
      },
      {
        key: 'live',
        writes: true,
        name: 'write of a row until a live page of 50 has told it',
        targets: [...ahead('dexie'), ...peers, { wall: 5 }],
      },
      {
        key: 'liveAmongMany',
        writes: true,
        name: 'the same among 999 live queries it has nothing to do with',
        targets: [...peers, { wall: 5 }, { thanLine: 'live', most: 1.3 }],
      },
      {
        key: 'coldStart',
        name: 'cold start to the first page of 50',
        rounds: 3,
        turns: 1,
        fresh: true,
        targets: peers,
      },
    ],
  },
  segment: {
    title: 'Segments of eight conditions, 100,000 rows in the browser',
    in: 'browser',
    rows: ROWS,
    seats: segmentSeats(),
    lines: [segmentLine()],
  },
  'segment-million': {
    title: 'Segments of eight conditions, 1,000,000 rows in Node',
    in: 'node',
    rows: MILLION,
    seats: segmentSeats(),
    lines: [segmentLine()],
  },
  search: {
    title: 'Search in the browser',
    in: 'browser',
    rows: ROWS,
    compareAfter: ['build'],
    seats: [
      { key: 'kith', label: 'Kith', entry: 'search/kith' },
      { key: 'minisearch', label: 'MiniSearch', entry: 'search/minisearch' },
    ],
    lines: [
      {
        key: 'build',
        writes: true,
        name: 'rows in and index built',
        rounds: 3,
        turns: 1,
        targets: ahead('minisearch'),
      },
      { key: 'twoWords', name: 'search of two words', targets: [{ cpu: 3 }, ...ahead('minisearch')] },
      { key: 'prefix', name: 'search of the beginnings of two words', targets: [{ cpu: 3 }, ...ahead('minisearch')] },
      { key: 'mistyped', name: 'search of one word with a typing mistake', targets: ahead('minisearch') },
      { key: 'update', writes: true, name: 'update of one row', targets: [] },
    ],
  },
  growth: {
    title: 'Growth in the browser',
    in: 'browser',
    growth: true,
    seats: growthSeats('storage/kith', [1_000, 10_000, ROWS]),
    lines: growthLines(),
  },
  'growth-million': {
    title: 'Growth in Node, in memory',
    in: 'node',
    growth: true,
    seats: growthSeats('storage/kith-in-memory', [1_000, 10_000, ROWS, MILLION]),
    lines: growthLines(MILLION),
  },
};

function segmentSeats() {
  return [
    { key: 'kith', label: 'Kith', entry: 'segment/kith' },
    { key: 'loop', label: 'fused loop', entry: 'segment/loop' },
    { key: 'objects', label: 'loop over objects', entry: 'segment/objects' },
    { key: 'sift', label: 'sift', entry: 'segment/sift' },
  ];
}

function segmentLine() {
  return {
    key: 'segment',
    name: 'count of a segment',
    targets: [
      { than: 'loop', most: 3 },
      { than: 'sift', most: 1 / 50 },
    ],
  };
}

function growthSeats(entry, sizes) {
  return sizes.map((rows) => ({ key: String(rows), label: rows.toLocaleString('en'), entry, rows }));
}

function growthLines(...once) {
  return [
    {
      key: 'load',
      writes: true,
      name: 'bulk load of all rows',
      rounds: 3,
      turns: 1,
      once: once.map(String),
      targets: [{ exponent: 1.05 }],
    },
    { key: 'get', name: 'get by id', targets: [{ exponent: 0.1 }] },
    { key: 'page', name: 'page of 50, filtered and sorted by an index', targets: [{ exponent: 0.1 }] },
    { key: 'count', name: 'count by group (6 stages)', targets: [{ exponent: 0.1 }] },
    { key: 'updateOne', writes: true, name: 'update of one row', targets: [{ exponent: 0.1 }] },
    {
      key: 'live',
      writes: true,
      name: 'write of a row until a live page of 50 has told it',
      targets: [{ exponent: 0.1 }],
    },
  ];
}
