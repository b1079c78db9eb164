/** Rows that lie one below the other, under a head of their own where they are a group. */
export interface SectionSize {
  readonly count: number;
  readonly isOpen: boolean;
  readonly hasHead: boolean;
}

/** Where something lies: which section, and which of its rows; -1 is its head. */
export interface Place {
  readonly section: number;
  readonly row: number;
}

/** Where heads and rows lie, from the top, in pixels. Items are heads and rows, counted from 0. */
export interface SectionLayout {
  readonly items: number;
  readonly size: number;
  topOf(item: number): number;
  /** The item at a distance from the top; the nearest one for any other distance. -1 when there are none. */
  itemAt(distance: number): number;
  placeOf(item: number): Place;
  itemOf(place: Place): number;
}

/** Lays sections out; all rows are of one height, and all heads. */
export function sectionLayout(sections: readonly SectionSize[], rowHeight: number, headHeight: number): SectionLayout {
  const firsts = new Float64Array(sections.length + 1);
  const tops = new Float64Array(sections.length + 1);
  for (const [index, { count, isOpen, hasHead }] of sections.entries()) {
    const rows = isOpen ? count : 0;
    firsts[index + 1] = (firsts[index] ?? 0) + rows + (hasHead ? 1 : 0);
    tops[index + 1] = (tops[index] ?? 0) + rows * rowHeight + (hasHead ? headHeight : 0);
  }
  const items = firsts.at(-1) ?? 0;
  const size = tops.at(-1) ?? 0;
  const headOf = (section: number): number => (sections[section]?.hasHead ? 1 : 0);
  /** The last section that begins at or before a value, and holds something. */
  const sectionAt = (starts: Float64Array, value: number): number => {
    let low = 0;
    let high = sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    while (low > 0 && firsts[low] === firsts[low + 1]) low--;
    return low;
  };
  const placeOf = (item: number): Place => {
    const section = sectionAt(firsts, item);
    return { section, row: item - (firsts[section] ?? 0) - headOf(section) };
  };
  return {
    items,
    size,
    placeOf,
    itemOf: ({ section, row }) => (firsts[section] ?? 0) + headOf(section) + row,
    topOf(item) {
      const { section, row } = placeOf(item);
      return (tops[section] ?? 0) + (row < 0 ? 0 : headOf(section) * headHeight + row * rowHeight);
    },
    itemAt(distance) {
      if (items === 0) return -1;
      const section = sectionAt(tops, Math.max(0, Math.min(distance, size - 1)));
      const inside = Math.max(0, distance) - (tops[section] ?? 0) - headOf(section) * headHeight;
      const last = (firsts[section + 1] ?? 0) - (firsts[section] ?? 0) - headOf(section) - 1;
      const row = inside < 0 && headOf(section) ? -1 : Math.min(last, Math.max(0, Math.floor(inside / rowHeight)));
      return (firsts[section] ?? 0) + headOf(section) + row;
    },
  };
}

/** The rows of open sections that some items show: `from` included, `to` not. Heads have none. */
export function* stretches<Section extends Pick<SectionSize, 'count' | 'isOpen'>>(
  sections: readonly Section[],
  layout: SectionLayout,
  first: number,
  last: number,
): Generator<readonly [section: Section, from: number, to: number]> {
  if (last < first || layout.items === 0) return;
  const begin = layout.placeOf(Math.max(0, first));
  const end = layout.placeOf(Math.min(layout.items - 1, last));
  for (const [at, section] of sections.entries()) {
    if (at < begin.section || at > end.section || !section.isOpen) continue;
    const from = at === begin.section ? Math.max(0, begin.row) : 0;
    const to = at === end.section ? end.row + 1 : section.count;
    if (to > from) yield [section, from, to];
  }
}
