import type { Query, Seq, TallyGroup, TallyQuery } from '../../adapter.js';
import type { Filter } from '../../filter.js';
import { compareIds } from '../collate.js';
import { compileFilter } from '../match.js';
import { compileOrder, type Place } from '../order.js';
import { formatSeq, parseSeq } from '../seq.js';
import type { Version } from '../version.js';
import { unpackColumn } from './choose-column.js';
import { withRoomFor } from './column.js';
import { countSlots, type SlotIds, tallySlots, topSlots } from './select.js';
import type { ColumnSnapshot } from './snapshot.js';
import { addColumn, createTable, setCells } from './table.js';

/** A row that is known, but not read yet. */
export interface PreviewRow {
  readonly id: string;
  readonly rev: number;
  readonly seq: Seq;
  /** Where it can be read, as the maker of the snapshot has said. */
  readonly place: number;
}

/**
 * A collection whose rows are not read yet, from a snapshot: it answers what its columns know, and undefined where the
 * rows have to be waited for. It knows rows with content only, no tombstones.
 */
export interface Preview {
  readonly live: number;
  count(where: Filter | undefined): number | undefined;
  tally(query: Pick<TallyQuery, 'where' | 'by' | 'sum'>): readonly TallyGroup[] | undefined;
  /** The first `limit` rows behind a place, in order. */
  find(
    query: Pick<Query, 'where' | 'order'>,
    after: Place | undefined,
    limit: number,
  ): readonly PreviewRow[] | undefined;
  row(id: string): PreviewRow | undefined;
  /** Puts a later version of a row in place. */
  set(version: Version, place: number): void;
}

/** Takes a snapshot into use; its arrays belong to the preview from then on. Hardly anything is done for each row. */
export function loadSnapshot(snapshot: ColumnSnapshot): Preview {
  const { ids: text, idEnds } = snapshot;
  let { revs, commits, places } = snapshot;
  const kept = idEnds.length;
  const addedIds: string[] = [];
  const slotOfAdded = new Map<string, number>();
  const table = createTable();
  table.size = kept;
  table.alive = new Uint8Array(kept).fill(1);
  for (const [path, column] of snapshot.columns) addColumn(table, path, unpackColumn(column));
  let live = kept;

  const ids: SlotIds = {
    at(slot) {
      if (slot >= kept) return addedIds[slot - kept] ?? '';
      return text.slice(slot === 0 ? 0 : idEnds[slot - 1], idEnds[slot]);
    },
    // The slots of the snapshot are in the order of the ids.
    compare: (slotA, slotB) =>
      slotA < kept && slotB < kept ? slotA - slotB : compareIds(ids.at(slotA), ids.at(slotB)),
  };

  function slotOf(id: string): number | undefined {
    let low = 0;
    let high = kept;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids.at(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < kept && ids.at(low) === id ? low : slotOfAdded.get(id);
  }

  const rowAt = (slot: number): PreviewRow => ({
    id: ids.at(slot),
    rev: revs[slot] as number,
    seq: formatSeq(commits[slot] as number),
    place: places[slot] as number,
  });

  function addSlot(id: string): number {
    const slot = table.size++;
    table.alive = withRoomFor(table.alive, slot, 0);
    addedIds.push(id);
    slotOfAdded.set(id, slot);
    return slot;
  }

  return {
    get live() {
      return live;
    },
    count(where) {
      compileFilter(where);
      return where === undefined ? live : countSlots(table, where);
    },
    tally({ where, by, sum = [] }) {
      compileFilter(where);
      return tallySlots(table, where, by, sum);
    },
    find({ where, order }, after, limit) {
      compileFilter(where);
      return topSlots(table, where, compileOrder(order), after, limit, ids)?.map(rowAt);
    },
    row(id) {
      const slot = slotOf(id);
      return slot !== undefined && table.alive[slot] === 1 ? rowAt(slot) : undefined;
    },
    set({ row }, place) {
      const known = slotOf(row.id);
      if (known === undefined && row.deleted) return;
      const slot = known ?? addSlot(row.id);
      const isAlive = row.deleted ? 0 : 1;
      live += isAlive - (table.alive[slot] as number);
      table.alive[slot] = isAlive;
      // Only whether there are gaps matters: a slot of a preview stays with its id.
      if (row.deleted) table.free.push(slot);
      setCells(table, slot, row.deleted ? undefined : row.data);
      revs = withRoomFor(revs, slot, 0);
      commits = withRoomFor(commits, slot, 0);
      places = withRoomFor(places, slot, 0);
      revs[slot] = row.rev;
      commits[slot] = parseSeq(row.seq);
      places[slot] = place;
    },
  };
}
