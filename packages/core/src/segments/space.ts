/** The rows of one collection, each in a numbered slot, so that who is in a segment is a bit. */
export interface Space {
  readonly collection: string;
  /** One more than the highest slot in use. */
  readonly slots: number;
  readonly size: number;
  slotOf(id: string): number | undefined;
  idAt(slot: number): string | undefined;
  rowAt(slot: number): unknown;
  /** Puts a row into its slot, or a new one. */
  put(id: string, row: unknown): number;
  delete(slot: number): void;
  /** When the row has to be looked at again, in milliseconds. */
  due(slot: number): number;
  setDue(slot: number, at: number): void;
}

/** A collection without rows. */
export function newSpace(collection: string): Space {
  const slotsById = new Map<string, number>();
  const ids: (string | undefined)[] = [];
  const rows: unknown[] = [];
  const dues: number[] = [];
  const free: number[] = [];
  return {
    collection,
    get slots() {
      return ids.length;
    },
    get size() {
      return slotsById.size;
    },
    slotOf: (id) => slotsById.get(id),
    idAt: (slot) => ids[slot],
    rowAt: (slot) => rows[slot],
    put(id, row) {
      let slot = slotsById.get(id);
      if (slot === undefined) {
        slot = free.pop() ?? ids.length;
        slotsById.set(id, slot);
        ids[slot] = id;
        dues[slot] = Number.POSITIVE_INFINITY;
      }
      rows[slot] = row;
      return slot;
    },
    delete(slot) {
      slotsById.delete(ids[slot] ?? '');
      ids[slot] = undefined;
      rows[slot] = undefined;
      dues[slot] = Number.POSITIVE_INFINITY;
      free.push(slot);
    },
    due: (slot) => dues[slot] ?? Number.POSITIVE_INFINITY,
    setDue(slot, at) {
      dues[slot] = at;
    },
  };
}
