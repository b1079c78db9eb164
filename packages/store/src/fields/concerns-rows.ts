import type { FieldDefinition } from '@kith/core/fields';
import { canonical } from '../canonical.js';

/** Whether rows have to be brought up to a new definition: not where only its words, its place or its rights are others. */
export const concernsRows = (before: FieldDefinition, after: FieldDefinition): boolean =>
  canonical(bare(before)) !== canonical(bare(after));

/** A definition without what only people look at. */
function bare({ labels, help, rank, access, sensitivity, options, ...rest }: FieldDefinition): unknown {
  return { ...rest, values: options?.map(({ value }) => value).sort() };
}
