import { ok, placeAt, type Rank, type Result, spreadRanks } from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import { type Command, command } from '../command.js';
import { fieldDefinitions, fieldId, type StoredField } from './collection.js';
import { inPlaces } from './in-places.js';

/**
 * Puts a field before another one of its kind that was defined while the application runs, or behind all of them. It is
 * not undone: put it back. Problems: `store/not-found`.
 */
export const place = (
  field: Pick<FieldDefinition, 'on' | 'name'> & { readonly before?: string | undefined },
): Command<undefined> =>
  command(
    'fields/place',
    field,
    async (work): Promise<Result<undefined>> => {
      const found = await work.require(fieldDefinitions, fieldId(field.on, field.name));
      if (!found.ok) return found;
      const all = await work.find({ ask: 'rows', collection: fieldDefinitions });
      const others = inPlaces(all.filter(({ id, definition }) => definition.on === field.on && id !== found.value.id));
      const before = others.findIndex(({ definition }) => definition.name === field.before);
      const ranked = withRanks(others);
      const index = before < 0 ? ranked.length : before;
      const { rank, rewrites } = placeAt(
        ranked.map(({ rank: each }) => each),
        index,
      );
      const ranks = new Map(ranked.map((each) => [each.row, each.rank]));
      for (const rewrite of rewrites) {
        const row = ranked[rewrite.index]?.row;
        if (row) ranks.set(row, rewrite.rank);
      }
      for (const [row, to] of [...ranks, [found.value, rank] as const]) {
        if (row.definition.rank === to) continue;
        const definition = { ...row.definition, rank: to };
        const put = work.put(fieldDefinitions, { ...row, definition, modifiedAt: work.env.now });
        if (!put.ok) return put;
      }
      return ok(undefined);
    },
    { history: 'none' },
  );

/** The ranks of fields in their order; those that were never put anywhere get one. */
function withRanks(rows: readonly StoredField[]): readonly { readonly row: StoredField; readonly rank: Rank }[] {
  const isRanked = rows.every(({ definition }) => definition.rank !== undefined);
  const spread = spreadRanks(rows.length) ?? [];
  return rows.map((row, index) => ({ row, rank: (isRanked ? row.definition.rank : spread[index]) as Rank }));
}
