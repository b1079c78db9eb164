import type { Filter } from '@kith/core';
import type { Field } from '@kith/core/fields';

/** Rows in which each word of a text is found, in any of the searched fields; undefined where nothing is sought. */
export function searchFilter(text: string, fields: readonly Field[]): Filter | undefined {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  const searched = fields.filter(
    (field) => field.searched && !(field.isMany && field.path === field.name && !field.path.includes('.')),
  );
  if (words.length === 0 || searched.length === 0) return undefined;
  return {
    and: words.map((word) => ({
      or: searched.map(({ path }) => ({ field: path, is: 'contains', value: word }) as const),
    })),
  };
}
