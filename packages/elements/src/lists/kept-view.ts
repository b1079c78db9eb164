import type { ListView } from './list-view.js';

const keyOf = (name: string): string => `kith-list:${name}`;

/** The view that this browser keeps under a name; undefined where there is none, or it is not ours. */
export function keptView(name: string): ListView | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return isView(kept) ? kept : undefined;
  } catch {
    return undefined; // no storage, or not JSON: the list comes as it is
  }
}

/** Keeps a view under a name. Where the browser keeps nothing, the view lasts as long as the page. */
export function keepView(name: string, view: ListView): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(view));
  } catch {
    // Full, or forbidden: nobody would want to be told of that while they arrange columns.
  }
}

/** Whether something has the shape of a view; what is inside is held against the fields when it is drawn. */
export function isView(value: unknown): value is ListView {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { columns, order, filters, group } = value as Readonly<Record<string, unknown>>;
  return (
    isListOf(columns, (each) => typeof Reflect.get(Object(each), 'path') === 'string') &&
    isListOf(
      order,
      (each) => Array.isArray(each) && typeof each[0] === 'string' && (each[1] === 'asc' || each[1] === 'desc'),
    ) &&
    isListOf(filters, (each) => ['path', 'is'].every((name) => typeof Reflect.get(Object(each), name) === 'string')) &&
    (group === undefined || typeof group === 'string')
  );
}

const isListOf = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(fits));
