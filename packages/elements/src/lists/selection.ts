/** Which rows are chosen: some by their ids, or all that match but for some. */
export interface Selection {
  readonly isAll: boolean;
  /** The chosen ones; where all are, those that are not. */
  readonly ids: ReadonlySet<string>;
}

export const NOTHING_SELECTED: Selection = { isAll: false, ids: new Set() };

/** Whether a row is chosen. */
export const isSelected = ({ isAll, ids }: Selection, id: string): boolean => ids.has(id) !== isAll;

/** How many of the matching rows are chosen. */
export const selectedCount = ({ isAll, ids }: Selection, matching: number): number =>
  isAll ? Math.max(0, matching - ids.size) : ids.size;

/** The same with some rows chosen, or not. */
export function select(selection: Selection, ids: Iterable<string>, isChosen: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids)
    if (isChosen === selection.isAll) next.delete(id);
    else next.add(id);
  return { ...selection, ids: next };
}
