import type { FieldDefinition } from '@kith/core/fields';

/** Whether rows have to be brought up to a new definition: not where only its words, its place or its rights are others. */
export const concernsRows = (before: FieldDefinition, after: FieldDefinition): boolean =>
  JSON.stringify(bare(before)) !== JSON.stringify(bare(after));

/** A definition without what only people look at, its parts in one order. */
function bare({ labels, help, rank, access, sensitivity, options, ...rest }: FieldDefinition): unknown {
  const values = options?.map(({ value }) => value).sort();
  return Object.entries({ ...rest, values })
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
