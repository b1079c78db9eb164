import type { EditableField } from '../parts/editable-field.js';

/** One of several values of a record: what it is for, besides the value itself. */
interface Labelled {
  readonly label?: string | undefined;
}

/** What the rows of several values need. */
export interface SeveralRowsOptions<Item extends Labelled> {
  /** The field they are kept in. */
  readonly name: string;
  /** What a value is called, by what it is for; `other` is for nothing in particular. */
  readonly labels: Readonly<Record<string, string>> & { readonly other: string };
  /** The item that is shown first. */
  readonly first?: Item | undefined;
  readonly textOf: (item: Item) => string;
  /** An item with what was typed in the place of what it held; undefined for an empty text. */
  readonly withText: (item: Item | undefined, text: string) => Item | undefined;
  /** How a value is typed and shown. */
  readonly look: (text: string) => Pick<EditableField, 'kind' | 'country' | 'shown' | 'preview'>;
  readonly save: (items: readonly Item[] | undefined, label: string) => Promise<string | undefined>;
}

/** A row for each of several values of a record, and one to write another into: the first, where there is none. */
export function severalRows<Item extends Labelled>(
  items: readonly Item[] = [],
  { name, labels, first = items[0], textOf, withText, look, save }: SeveralRowsOptions<Item>,
): readonly EditableField[] {
  const purposes = Object.entries(labels).map(([value, label]) => ({ value, label }));
  const rowOf = (item: Item | undefined, index: number, another?: EditableField): EditableField => {
    const purpose = item?.label !== undefined && item.label in labels ? item.label : 'other';
    const text = item ? textOf(item) : '';
    return {
      name: index === 0 ? name : `${name}.${index}`,
      label: labels[purpose] ?? labels.other,
      text,
      ...look(text),
      several: { purposes, purpose, another, isSpare: !item && index > 0 },
      save: (typed, chosen) => {
        const changed = withText(item, typed);
        const labelled = changed && chosen ? { ...changed, label: chosen } : changed;
        return save(placed(items, item, labelled), labels[chosen ?? purpose] ?? labels.other);
      },
    };
  };
  if (!first) return [rowOf(undefined, 0)];
  const ordered = [first, ...items.filter((item) => item !== first)];
  const spare = rowOf(undefined, ordered.length);
  return [...ordered.map((item, index) => rowOf(item, index, spare)), spare];
}

/** The items with another one in the place of one of them, or at the end; undefined when none is left. */
function placed<Item>(
  items: readonly Item[],
  item: Item | undefined,
  changed: Item | undefined,
): readonly Item[] | undefined {
  const kept = item
    ? items.flatMap((each) => (each !== item ? [each] : changed ? [changed] : []))
    : [...items, ...(changed ? [changed] : [])];
  return kept.length > 0 ? kept : undefined;
}
