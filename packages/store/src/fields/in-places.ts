import type { StoredField } from './collection.js';

/** Stored fields in the order in which a registry has them: those that were never put anywhere first. */
export const inPlaces = (rows: readonly StoredField[]): readonly StoredField[] =>
  [...rows].sort(({ definition: { rank: left = '' } }, { definition: { rank: right = '' } }) =>
    left < right ? -1 : left > right ? 1 : 0,
  );
