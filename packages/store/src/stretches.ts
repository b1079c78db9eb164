import { compareKeys, type Key } from '@kith/adapters';

/** From one key to another; without one it has no end on that side. Ends count as within. */
export interface Stretch {
  readonly from?: Key | undefined;
  readonly to?: Key | undefined;
}

/** Things that each lie on a stretch of keys, found by what they overlap. */
export interface Stretches<Item> {
  readonly size: number;
  add(item: Item, stretch: Stretch): void;
  delete(item: Item): void;
  visit(from: Key, to: Key, visitor: (item: Item) => void): void;
}

interface Entry<Item> extends Stretch {
  readonly item: Item;
}

/** No stretches yet. They are kept by where they begin; finding costs the ones that are found, and few others. */
export function newStretches<Item>(): Stretches<Item> {
  const entries: Entry<Item>[] = [];
  /** How far the entries up to an index reach at most; made anew when it is asked for after a change. */
  let reaches: (Key | undefined)[] | undefined;

  const measure = (): readonly (Key | undefined)[] => {
    let reach: Key | undefined = null;
    return entries.map(({ to }) => {
      if (to === undefined || (reach !== undefined && compareKeys(to, reach) > 0)) reach = to;
      return reach;
    });
  };
  /** The first index whose entry begins behind a key. */
  const firstBehind = (key: Key | undefined): number => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { from } = entries[middle] as Entry<Item>;
      if (from === undefined || (key !== undefined && compareKeys(from, key) <= 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    get size() {
      return entries.length;
    },
    add(item, { from, to }) {
      entries.splice(firstBehind(from), 0, { item, from, to });
      reaches = undefined;
    },
    delete(item) {
      const index = entries.findIndex((entry) => entry.item === item);
      if (index >= 0) entries.splice(index, 1);
      reaches = undefined;
    },
    visit(from, to, visitor) {
      reaches ??= measure() as (Key | undefined)[];
      for (let index = firstBehind(to) - 1; index >= 0; index--) {
        const reach = reaches[index];
        if (reach !== undefined && compareKeys(reach, from) < 0) return;
        const entry = entries[index] as Entry<Item>;
        if (entry.to === undefined || compareKeys(entry.to, from) >= 0) visitor(entry.item);
      }
    },
  };
}
