import { hasTexts, isListOf, keep, kept } from '../base/kept.js';
import type { ListView } from './list-view.js';

/** The view that this browser keeps under a name; undefined where there is none, or it is not ours. */
export function keptView(name: string): ListView | undefined {
  const view = kept(`kith-list:${name}`);
  return isView(view) ? view : undefined;
}

export const keepView = (name: string, view: ListView): void => keep(`kith-list:${name}`, view);

/** Whether something has the shape of a view; what is inside is held against the fields when it is drawn. */
export function isView(value: unknown): value is ListView {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { columns, order, filters, group } = value as Readonly<Record<string, unknown>>;
  return (
    isListOf(columns, (each) => hasTexts(each, 'path')) &&
    isListOf(
      order,
      (each) => Array.isArray(each) && typeof each[0] === 'string' && (each[1] === 'asc' || each[1] === 'desc'),
    ) &&
    isListOf(filters, (each) => hasTexts(each, 'path', 'is')) &&
    (group === undefined || typeof group === 'string')
  );
}
