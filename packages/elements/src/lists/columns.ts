import type { Field } from '@kith/core/fields';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import type { ListView, ViewColumn } from './list-view.js';

/** A column as it is drawn. */
export interface Column {
  readonly field: Field;
  readonly path: string;
  readonly label: string;
  /** In pixels. */
  readonly width: number;
  readonly isPinned: boolean;
  /** Where a pinned one stays, in pixels from the inline start. */
  readonly start: number;
  /** Behind it come those that are not pinned. */
  readonly isLastPinned: boolean;
  /** Figures stand at the end of their cell, in digits of one width. */
  readonly isFigure: boolean;
  /** What rows are sorted by; undefined where sorting by it would mean nothing. */
  readonly orderPath: string | undefined;
  /** It names the row, and opens it. */
  readonly isTitle: boolean;
  /** It shows somebody, or a company: with a picture, and as clear as a name. */
  readonly isPointer: boolean;
}

/** Nothing is narrower, and nothing becomes narrower by dragging. */
const LEAST_WIDTH = 64;
const MOST_WIDTH = 720;

const TITLE_WIDTH = 250;
const WIDTHS: Readonly<Partial<Record<Field['valueType'], number>>> = {
  email: 220,
  number: 110,
  percent: 100,
  money: 128,
  day: 128,
  instant: 140,
  boolean: 96,
  choice: 132,
  reference: 208,
};

/** The fields of a kind that can stand in a column: a long text has no place in a line. */
export const listableFields = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ valueType }) => valueType !== 'longText');

/** The columns of a view in their order, pinned ones first; fields that are no longer there are left out. */
export function columnsOf(
  view: ListView,
  defaults: readonly string[],
  fields: readonly Field[],
  locale: Pick<Locale, 'lang' | 'language'>,
): readonly Column[] {
  const fieldsByPath = new Map(listableFields(fields).map((field) => [field.path, field]));
  const title = defaults[0];
  const wanted: readonly ViewColumn[] = view.columns ?? defaults.map((path) => ({ path, isPinned: path === title }));
  const columns = wanted.flatMap(({ path, width, isPinned = false }): readonly Column[] => {
    const field = fieldsByPath.get(path);
    if (!field) return [];
    const isTitle = path === title;
    return [
      {
        field,
        path,
        label: labelOf(field, locale),
        width: clampWidth(width ?? (isTitle ? TITLE_WIDTH : widthOf(field))),
        isPinned: isPinned || isTitle,
        start: 0,
        isLastPinned: false,
        isFigure: isFigure(field),
        orderPath: orderPathOf(field),
        isTitle,
        isPointer: field.valueType === 'user' || field.to === 'contact' || field.to === 'company',
      },
    ];
  });
  const pinned = columns.filter((column) => column.isPinned);
  let start = 0;
  return [
    ...pinned.map((column, index) => {
      start += column.width;
      return { ...column, start: start - column.width, isLastPinned: index === pinned.length - 1 };
    }),
    ...columns.filter((column) => !column.isPinned),
  ];
}

/** The columns of a view, the same ones as long as what they come from is: rows are left as they stand while columns are. */
export function columnsOnce(): typeof columnsOf {
  let from: readonly unknown[] = [];
  let columns: readonly Column[] = [];
  return (view, ...others) => {
    const now = [view.columns, ...others];
    if (now.some((each, at) => each !== from[at])) columns = columnsOf(view, ...others);
    from = now;
    return columns;
  };
}

/** The same columns as they are kept. */
export const viewColumns = (columns: readonly Column[]): readonly ViewColumn[] =>
  columns.map(({ path, width, isPinned }) => ({ path, width, ...(isPinned && { isPinned }) }));

export const clampWidth = (width: number): number => Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width)));

/** A column moved to another place; it stays among the pinned ones, or among the others. */
export function movedColumn(columns: readonly Column[], path: string, to: number): readonly Column[] {
  const column = columns.find((each) => each.path === path);
  if (!column || column.isTitle) return columns;
  const others = columns.filter((each) => each !== column);
  const pinned = others.filter((each) => each.isPinned).length;
  const [least, most] = column.isPinned ? [1, pinned] : [pinned, others.length];
  const at = Math.max(least, Math.min(most, to));
  return [...others.slice(0, at), column, ...others.slice(at)];
}

const widthOf = ({ name, valueType, isMany }: Field): number =>
  name === 'tags' ? 176 : (WIDTHS[valueType] ?? (isMany ? 176 : 160));

const isFigure = ({ valueType, isMany }: Field): boolean =>
  !isMany && (valueType === 'number' || valueType === 'percent' || valueType === 'money');

function orderPathOf({ path, valueType, isMany }: Field): string | undefined {
  // Ids in their order mean nothing to anybody, and neither does one of several.
  if (isMany || valueType === 'reference' || valueType === 'user' || valueType === 'choices') return undefined;
  return valueType === 'money' ? `${path}.minor` : path;
}
