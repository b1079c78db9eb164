import { compareIds } from '../collate.js';
import { type Collection, prepare } from '../collection.js';
import { parseSeq } from '../seq.js';
import { sortInSteps } from '../sort-in-steps.js';
import type { Version } from '../version.js';
import type { PackedColumn } from './column.js';
import { columnOf } from './table.js';

/**
 * The columns of a collection as plain data that can be stored and cloned, with what else names its rows: enough to
 * count, to add up and to find pages before any row is read. Rows stand in the order of their ids.
 */
export interface ColumnSnapshot {
  readonly format: 1;
  readonly c: string;
  /** All ids in one text. */
  readonly ids: string;
  /** Where each id ends in it. */
  readonly idEnds: Uint32Array;
  readonly revs: Uint32Array;
  /** The numbers of the commits. */
  readonly commits: Float64Array;
  readonly places: Uint32Array;
  readonly columns: ReadonlyArray<readonly [path: string, column: PackedColumn]>;
}

/**
 * Makes a snapshot of a collection, in steps; undefined when rows have changed in between. It has the columns of all
 * declared indexes and tallies, and of what was asked lately. `placeOf` says for each row where it can be read.
 */
export function* snapshotOf(
  collection: Collection,
  placeOf: (version: Version) => number,
): Generator<void, ColumnSnapshot | undefined, undefined> {
  const { table, slots, name: c } = collection;
  const paths = new Set([...declaredPaths(collection), ...table.columns.keys()]);
  yield* prepare(collection, { columns: [...paths], byId: false });
  const { changes } = table;
  const versions = yield* sortInSteps(
    slots.filter((version) => version !== undefined),
    (a, b) => compareIds(a.row.id, b.row.id),
  );
  if (table.changes !== changes) return undefined;
  const order = new Uint32Array(versions.length);
  const idEnds = new Uint32Array(versions.length);
  const revs = new Uint32Array(versions.length);
  const commits = new Float64Array(versions.length);
  const places = new Uint32Array(versions.length);
  let end = 0;
  for (const [index, version] of versions.entries()) {
    const { id, rev, seq } = version.row;
    order[index] = version.slot;
    end += id.length;
    idEnds[index] = end;
    revs[index] = rev;
    commits[index] = parseSeq(seq);
    places[index] = placeOf(version);
  }
  const ids = versions.map(({ row }) => row.id).join('');
  yield;
  const columns: [string, PackedColumn][] = [];
  for (const path of paths) {
    if (table.changes !== changes) return undefined;
    const column = columnOf(table, path);
    if (column !== undefined) columns.push([path, column.pack(order)]);
    yield;
  }
  return { format: 1, c, ids, idEnds, revs, commits, places, columns };
}

function* declaredPaths({ indexes, counters }: Collection): Generator<string> {
  for (const { leadingNames, lastName } of indexes) yield* [...leadingNames, lastName];
  for (const { by, sum } of counters) yield* [...by, ...sum];
}
